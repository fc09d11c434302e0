package se.sip.archive;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.Role;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.UnitStaff;
import se.sip.archive.RetentionClasses.RetentionClass;
import se.sip.audit.AuditLog;
import se.sip.audit.AuditSubject;
import se.sip.casefile.CaseFile;
import se.sip.casefile.NamedReaders;
import se.sip.unit.PrincipalId;

/**
 * Ended cases on their way to the principals. A länsadmin has the packages made and takes the case away in the end, and
 * opens none; each principal's archivist fetches and confirms its own. Each step can be done again: what is done already
 * stays as it is.
 */
@Service
class Archives {

    private static final int LONGEST = 200;

    private final EndedCases ended;
    private final Parts parts;
    private final PackageContents contents;
    private final PackageFile file;
    private final RetentionClasses retention;
    private final ArchivePackageRepository packages;
    private final PrincipalNames names;
    private final NamedReaders named;
    private final UnitStaff staff;
    private final AuditLog audit;
    private final Clock clock;

    Archives(EndedCases ended, Parts parts, PackageContents contents, PackageFile file, RetentionClasses retention,
            ArchivePackageRepository packages, PrincipalNames names, NamedReaders named, UnitStaff staff,
            AuditLog audit, Clock clock) {
        this.ended = ended;
        this.parts = parts;
        this.contents = contents;
        this.file = file;
        this.retention = retention;
        this.packages = packages;
        this.names = names;
        this.named = named;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /** A case whose time has come, as the page shows it: nothing of whom it concerns. */
    record Line(String caseNumber, LocalDateTime endedAt, String how, List<String> hindrances, List<Share> shares,
            boolean restricted, boolean removable) {
    }

    /** One principal's. @param mine whether whoever asks takes it over @param hash null where no package is made */
    record Share(String principal, String name, List<RetentionClass> classes, String hash, LocalDateTime madeAt,
            LocalDateTime fetchedAt, LocalDateTime confirmedAt, String receivedBy, String receipt, boolean mine) {
    }

    /** Cases whose time has come, of the counties of a länsadmin, or those an archivist's principal has a part in. */
    @Transactional(readOnly = true)
    List<Line> due(StaffMember me) {
        boolean admin = Role.COUNTY_ADMIN.isAmong(me.groups());
        return ended.due(me.counties()).stream().map(number -> ended.find(me.counties(), number))
                .flatMap(Optional::stream).map(c -> line(me, c))
                .filter(line -> admin || line.shares().stream().anyMatch(Share::mine)).toList();
    }

    private Line line(StaffMember me, CaseFile caseFile) {
        boolean admin = Role.COUNTY_ADMIN.isAmong(me.groups());
        Map<String, ArchivePackage> made = packages.findByCaseNumberOrderById(caseFile.number()).stream()
                .collect(Collectors.toMap(ArchivePackage::principal, Function.identity()));
        List<Part> all = parts.of(caseFile);
        List<String> hindrances = hindrances(caseFile, all);
        List<Share> shares = all.stream().map(part -> share(me, caseFile, part,
                made.get(part.principal().toString()))).toList();
        boolean confirmed = shares.stream().allMatch(s -> s.confirmedAt() != null);
        return new Line(caseFile.number(), caseFile.endedAt(), caseFile.endKind() == null ? ""
                : caseFile.endKind().swedish(), hindrances, shares.stream().filter(s -> admin || s.mine()).toList(),
                named.isRestricted(caseFile), admin && hindrances.isEmpty() && confirmed);
    }

    private Share share(StaffMember me, CaseFile caseFile, Part part, ArchivePackage made) {
        return new Share(part.principal().toString(), names.of(part.principal()),
                retention.isDecided(caseFile) ? retention.of(caseFile, part) : List.of(),
                made == null ? null : made.hash(), made == null ? null : made.madeAt(),
                made == null ? null : made.fetchedAt(), made == null ? null : made.confirmedAt(),
                made == null ? null : made.receivedBy(), made == null ? null : made.receipt(),
                takesOver(me, part.principal()));
    }

    /**
     * Makes the packages that are missing, and those that the case has changed since.
     *
     * @return what stands in the way, in Swedish; empty where every principal has a package that is right
     */
    @Transactional
    List<String> make(StaffMember admin, String number) {
        Optional<CaseFile> found = ended.find(admin.counties(), number);
        if (found.isEmpty()) {
            return List.of("Inget avslutat ärende i ditt län har det numret.");
        }
        List<Part> all = parts.of(found.get());
        List<String> hindrances = hindrances(found.get(), all);
        if (hindrances.isEmpty()) {
            all.forEach(part -> make(admin, found.get(), part));
        }
        return hindrances;
    }

    private List<String> hindrances(CaseFile caseFile, List<Part> all) {
        var found = new ArrayList<>(ended.hindrances(caseFile));
        if (!retention.isDecided(caseFile)) {
            found.add("Länet har inte publicerat tabellen bevarande.");
        }
        if (named.isRestricted(caseFile)) {
            all.stream().map(Part::principal).filter(p -> staff.of(p.archivists()).stream()
                    .noneMatch(archivist -> named.letsIn(archivist.userId(), caseFile)))
                    .forEach(p -> found.add(names.of(p) + ": en chef behöver först namnge en arkivansvarig."));
        }
        return found;
    }

    private void make(StaffMember admin, CaseFile caseFile, Part part) {
        PackageContent content = contents.of(caseFile, part);
        String contentHash = PackageFile.contentHash(content);
        Optional<ArchivePackage> before = packages.findByCaseNumberAndPrincipal(caseFile.number(),
                part.principal().toString());
        if (before.filter(p -> p.contentHash().equals(contentHash) && p.content() != null).isPresent()) {
            return;
        }
        LocalDateTime now = LocalDateTime.now(clock).withNano(0);
        byte[] zip = file.write(content, retention.of(caseFile, part), names.of(part.principal()), now, admin.userId());
        packages.save(new ArchivePackage(before.map(ArchivePackage::id).orElse(null), caseFile.number(),
                caseFile.county(), part.principal().toString(), now, admin.userId(), contentHash,
                PackageFile.sha256(zip), zip, null, null, null, null, null, null,
                before.map(ArchivePackage::version).orElse(0L)));
    }

    /** The package, for an archivist of the principal; with protected identity only for one who is named in the case. */
    @Transactional
    Optional<ArchivePackage> fetch(StaffMember me, String number, String principal) {
        Optional<ArchivePackage> found = own(me, number, principal).filter(p -> p.content() != null);
        if (found.isEmpty()) {
            return found;
        }
        ArchivePackage made = found.get();
        if (!made.hash().equals(PackageFile.sha256(made.content()))) {
            throw new IllegalStateException("A package is not as it was made");
        }
        audit.read(number, AuditSubject.ARCHIVE_PACKAGE, principal);
        return Optional.of(made.fetchedAt() != null ? made : packages.save(made
                .withFetchedAt(LocalDateTime.now(clock)).withFetchedBy(me.userId())));
    }

    /**
     * An archivist confirms that the package has come through.
     *
     * @param hash SHA-256 of the file as it was received
     * @return what is wrong, by field, in Swedish; empty where it is confirmed, now or before
     */
    @Transactional
    Map<String, String> confirm(StaffMember me, String number, String principal, String hash, String receivedBy,
            String receipt) {
        var faults = new TreeMap<String, String>();
        Optional<ArchivePackage> found = own(me, number, principal);
        if (found.isEmpty()) {
            faults.put("arende", "Det finns inget paket för din huvudman i det ärendet.");
            return faults;
        }
        ArchivePackage made = found.get();
        if (made.isConfirmed()) {
            return faults;
        }
        if (made.fetchedAt() == null) {
            faults.put("arende", "Hämta paketet först.");
        }
        if (!made.hash().equals(hash.strip().toLowerCase(Locale.ROOT))) {
            faults.put("summa", "Kontrollsumman är inte paketets. Räkna ut den på filen där den bevaras, eller hämta "
                    + "paketet igen.");
        }
        text(receivedBy, "mottagare", "Skriv vem eller vilket arkiv som har tagit emot paketet.", faults);
        text(receipt, "kvittens", "Skriv vad paketet heter i mottagarens system, till exempel ett diarienummer.", faults);
        if (faults.isEmpty()) {
            packages.save(made.withConfirmedAt(LocalDateTime.now(clock)).withConfirmedBy(me.userId())
                    .withReceivedBy(receivedBy.strip()).withReceipt(receipt.strip()));
        }
        return faults;
    }

    /** What must be done before the case can be taken away, in Swedish; empty where every principal has confirmed. */
    List<String> missing(CaseFile caseFile) {
        var missing = new ArrayList<>(ended.hindrances(caseFile));
        for (Part part : parts.of(caseFile)) {
            Optional<ArchivePackage> made = packages.findByCaseNumberAndPrincipal(caseFile.number(),
                    part.principal().toString());
            if (made.filter(ArchivePackage::isConfirmed).isEmpty()) {
                missing.add(names.of(part.principal()) + " har inte bekräftat.");
            } else if (!made.get().contentHash().equals(PackageFile.contentHash(contents.of(caseFile, part)))) {
                missing.add("Ärendet har ändrats sedan paketet till " + names.of(part.principal())
                        + " gjordes. Gör paketen igen.");
            }
        }
        return missing;
    }

    private Optional<ArchivePackage> own(StaffMember me, String number, String principal) {
        Optional<PrincipalId> id = PrincipalId.parse(principal).filter(p -> takesOver(me, p));
        Optional<CaseFile> caseFile = ended.find(me.counties(), number);
        if (id.isEmpty() || caseFile.isEmpty()) {
            return Optional.empty();
        }
        if (!named.letsIn(me.userId(), caseFile.get())) {
            audit.refused(number, AuditSubject.ARCHIVE_PACKAGE, principal);
            return Optional.empty();
        }
        return packages.findByCaseNumberAndPrincipal(number, principal);
    }

    private static boolean takesOver(StaffMember me, PrincipalId principal) {
        return Role.ARCHIVIST.isAmong(me.groups()) && me.counties().contains(principal.county())
                && me.groups().contains(principal.archivists());
    }

    private static void text(String value, String field, String fault, Map<String, String> faults) {
        if (value.isBlank()) {
            faults.put(field, fault);
        } else if (value.strip().length() > LONGEST) {
            faults.put(field, "Skriv högst 200 tecken.");
        }
    }
}
