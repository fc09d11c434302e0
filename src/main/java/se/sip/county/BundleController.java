package se.sip.county;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.Role;
import se.sip.access.StaffDirectory;

/** What a county's process owner does over HTTP with files of the county's own; nobody else may. */
@RestController
@RequestMapping("/api/counties/{county}/bundle")
@Tag(name = "Länets filer", description = "Prövar ett läns diagram, tabeller och formulär")
class BundleController {

    private final CountyProperties counties;
    private final CountyCheck check;
    private final StaffDirectory staff;

    BundleController(CountyProperties counties, CountyCheck check, StaffDirectory staff) {
        this.counties = counties;
        this.check = check;
        this.staff = staff;
    }

    @PostMapping("/check")
    @Operation(summary = "Prövar ändrade filer", description = "Filerna läggs över länets; allt som är fel kommer på en"
            + " gång. Skicka dem var för sig eller som zip, i fältet files. Inget sparas.")
    CheckReport.Answer check(@PathVariable("county") String id,
            @RequestParam(name = "files", required = false) List<MultipartFile> files) throws IOException {
        County county = countyOf(id);
        if (files == null || files.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Skicka minst en fil, i fältet files.");
        }
        long began = System.nanoTime();
        var sent = new ArrayList<UploadedFiles.Sent>();
        for (MultipartFile file : files) {
            sent.add(new UploadedFiles.Sent(String.valueOf(file.getOriginalFilename()), file.getBytes()));
        }
        Bundle delivered = new BundleReader(BundleReader.PRODUCT).read(county);
        UploadedFiles uploaded = read(county, sent, delivered);
        var faults = new ArrayList<>(uploaded.faults());
        faults.addAll(check.check(delivered.with(uploaded.files()), delivered));
        return new CheckReport(county.id(), uploaded.files().size() + " filer, lagda över länets", faults,
                (System.nanoTime() - began) / 1_000_000).answer();
    }

    private static UploadedFiles read(County county, List<UploadedFiles.Sent> sent, Bundle delivered) {
        try {
            UploadedFiles uploaded = UploadedFiles.of(county, sent, delivered);
            if (uploaded.files().isEmpty() && uploaded.faults().isEmpty()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Ingen av filerna hör till länet.");
            }
            return uploaded;
        } catch (UploadedFiles.TooMuchException tooMuch) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "Zip-filen är för stor.");
        }
    }

    private County countyOf(String id) {
        boolean owner = staff.current().filter(member -> Role.PROCESS_OWNER.isAmong(member.groups())
                && member.counties().contains(id)).isPresent();
        if (!owner) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Det här är till för länets processägare.");
        }
        return counties.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                "Länet finns inte."));
    }
}
