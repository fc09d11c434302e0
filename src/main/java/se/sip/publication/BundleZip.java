package se.sip.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.sip.county.Bundle;

/** A county's set as a folder that Camunda Modeler opens: the national base, and the county's own files in its folders. */
final class BundleZip {

    private BundleZip() {
    }

    /** @param stories the county's own made-up cases, by name */
    static byte[] of(Bundle bundle, Map<String, String> stories) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (Bundle.File file : bundle.bases().values()) {
                add(zip, file.origin(), file.content());
            }
            for (Bundle.File file : bundle.files().values()) {
                if (file.isOwn()) {
                    add(zip, file.origin(), file.content());
                }
            }
            for (Map.Entry<String, String> story : stories.entrySet()) {
                add(zip, story.getKey(), story.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
