package se.sip.tasklist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory;
import se.sip.county.County;
import se.sip.county.CountyProperties;

/** Lets process owners look at form files, without a task and with made-up content. */
@Controller
class PreviewController {

    private static final String PROCESS_OWNERS = "processagare";
    private static final String FOLDER = "forms/";
    private static final String PARTS = "delar/";

    private final StaffDirectory staff;
    private final SortedMap<String, Resource> files;

    PreviewController(StaffDirectory staff, CountyProperties counties) throws IOException {
        this.staff = staff;
        this.files = find(counties);
    }

    @GetMapping("/preview")
    String page() {
        refuseOthers();
        return "forward:/preview/index.html";
    }

    /** The files of the base ({@code behov.html}) and of the counties ({@code vgr/behov.html}). */
    @GetMapping("/api/preview/forms")
    @ResponseBody
    Iterable<String> names() {
        refuseOthers();
        return files.keySet().stream().filter(name -> !name.startsWith(PARTS)).toList();
    }

    /** One file as it stands; the page puts in what it holds in common with others ({@code delar/x.html}). */
    @GetMapping(path = "/api/preview/forms/{*name}", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @ResponseBody
    String content(@PathVariable String name) throws IOException {
        refuseOthers();
        Resource file = files.get(name.substring(1));
        if (file == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Formuläret finns inte.");
        }
        return file.getContentAsString(StandardCharsets.UTF_8);
    }

    private void refuseOthers() {
        if (staff.current().filter(member -> member.groups().contains(PROCESS_OWNERS)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Förhandsvisningen är till för processägare.");
        }
    }

    private static SortedMap<String, Resource> find(CountyProperties counties) throws IOException {
        var found = new TreeMap<String, Resource>();
        var resolver = new PathMatchingResourcePatternResolver();
        for (Resource file : resolver.getResources("classpath*:" + FOLDER + "**/*.html")) {
            String address = file.getURL().toString();
            found.put(address.substring(address.lastIndexOf("/" + FOLDER) + FOLDER.length() + 1), file);
        }
        for (County county : counties.counties()) {
            if (county.folder() != null) {
                for (Resource file : resolver.getResources("file:" + county.folder() + "/" + FOLDER + "*.html")) {
                    found.put(county.id() + "/" + file.getFilename(), file);
                }
                for (Resource part : resolver.getResources("file:" + county.folder() + "/" + FOLDER + PARTS + "*.html")) {
                    found.put(PARTS + county.id() + "/" + part.getFilename(), part);
                }
            }
        }
        return found;
    }
}
