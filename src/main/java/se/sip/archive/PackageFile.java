package se.sip.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import se.sip.archive.PackageContent.Paper;
import se.sip.archive.RetentionClasses.RetentionClass;
import se.sip.audit.AuditKey;

/**
 * Writes a package: records as JSON, documents as PDF/A, a manifest with the SHA-256 of each file, and a seal of the
 * manifest made with the audit key.
 */
@Component
class PackageFile {

    static final String MANIFEST = "manifest.json";
    static final String SEAL = "manifest.sigill";
    static final String RECORDS = "arende.json";
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String READ_ME = """
            Arkivpaket ur SIP

            Paketet innehåller det som en huvudman har gjort eller fått i ett avslutat ärende om samordnad individuell
            plan, och inget annat. Det tas över av huvudmannen, som bevarar eller gallrar det efter sina egna regler.

            arende.json       uppgifterna, tabell för tabell, med svensk rubrik
            dokument/         handlingarna som PDF/A, så som de skickades eller gjordes
            manifest.json     varje fils SHA-256, bevarandeklass och vem som gjorde paketet
            manifest.sigill   försegling av manifestet, gjord med en nyckel som inte finns i databasen

            Kontrollera varje fil mot manifestet, och hela paketets SHA-256 mot den som bekräftas i SIP, till exempel
            med sha256sum i Linux eller Get-FileHash i Windows.
            """;

    private final AuditKey key;

    PackageFile(AuditKey key) {
        this.key = key;
    }

    /** The records as they are written, without anything of who makes the package or when. */
    static byte[] records(PackageContent content) {
        var groups = new ArrayList<Map<String, Object>>();
        content.records().forEach(group -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("tabell", group.table());
            one.put("rubrik", group.heading());
            one.put("rader", group.rows());
            groups.add(one);
        });
        var records = new LinkedHashMap<String, Object>();
        records.put("arende", content.caseNumber());
        records.put("huvudman", content.principal().toString());
        records.put("innehall", groups);
        return json(records);
    }

    byte[] write(PackageContent content, List<RetentionClass> classes, String principalName, LocalDateTime at,
            String by) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("LASMIG.txt", READ_ME.getBytes(StandardCharsets.UTF_8));
        files.put(RECORDS, records(content));
        content.papers().forEach(paper -> files.put(paper.file(), paper.content()));

        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("arende", content.caseNumber());
        manifest.put("lan", content.principal().county());
        manifest.put("huvudman", content.principal().toString());
        manifest.put("huvudmannens_namn", principalName);
        manifest.put("omfattning", content.whole() ? "Hela ärendet: huvudmannen sammankallade"
                : "Det som huvudmannens enheter har gjort eller fått");
        manifest.put("avslutat", content.endedAt().toString());
        manifest.put("gjort", at.toString());
        manifest.put("gjort_av", by);
        manifest.put("bevarande", classes.stream().map(PackageFile::retention).toList());
        Map<String, String> titles = new LinkedHashMap<>();
        content.papers().forEach(paper -> titles.put(paper.file(), paper.title()));
        manifest.put("filer", files.entrySet().stream().map(file -> file(file.getKey(), file.getValue(),
                titles.get(file.getKey()))).toList());
        byte[] written = json(manifest);
        files.put(MANIFEST, written);
        files.put(SEAL, (key.seal(new String(written, StandardCharsets.UTF_8)) + "\n").getBytes(StandardCharsets.UTF_8));
        return zip(files, at);
    }

    private static Map<String, Object> retention(RetentionClass of) {
        var row = new LinkedHashMap<String, Object>();
        row.put("verksamhet", of.kind());
        row.put("klass", of.code());
        row.put("ar", of.years());
        row.put("lydelse", of.period());
        row.put("grund", of.clauses() + ": " + of.why());
        return row;
    }

    private static Map<String, Object> file(String name, byte[] content, String title) {
        var row = new LinkedHashMap<String, Object>();
        row.put("fil", name);
        if (title != null) {
            row.put("titel", title);
        }
        row.put("byte", content.length);
        row.put("sha256", sha256(content));
        return row;
    }

    /** What the package is made of: the records, and the documents as they were kept. */
    static String contentHash(PackageContent content) {
        var text = new StringBuilder(sha256(records(content)));
        content.papers().stream().filter(Paper::kept).forEach(paper -> text.append('|').append(sha256(paper.content())));
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip(Map<String, byte[]> files, LocalDateTime at) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(at);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A package cannot be written", e);
        }
    }
}
