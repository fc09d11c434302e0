package se.sip.move;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.county.ProcessOwners;
import se.sip.publication.Publication;
import se.sip.publication.Publications;

/** The same as the page, for programs. */
@RestController
@RequestMapping("/api/counties/{county}/moves")
@Tag(name = "Länets filer")
class MoveController {

    private static final int MOST = 200;

    private final ProcessOwners owners;
    private final Publications publications;
    private final Moves moves;

    MoveController(ProcessOwners owners, Publications publications, Moves moves) {
        this.owners = owners;
        this.publications = publications;
        this.moves = moves;
    }

    /** @param cases numbers of cases; null or empty for every case that is behind */
    record Order(List<String> cases) {
    }

    /** @param taken how many cases are to be moved */
    record Taken(int version, int taken) {
    }

    @GetMapping("/preview")
    @Operation(summary = "Vilka pågående ärenden som kan flyttas till det som gäller", description = "För vart och ett vad"
            + " som hindrar, eller vad flytten ändrar. Högst 200 åt gången, från den plats som from anger.")
    List<Moves.Preview> preview(@PathVariable String county, @RequestParam(defaultValue = "0") int from) {
        return moves.preview(running(county), Math.max(0, from), MOST);
    }

    @PostMapping
    @Operation(summary = "Beställer flytt av ärenden", description = "Ett ärende som redan är flyttat lämnas som det är.")
    Taken order(@PathVariable String county, @RequestBody(required = false) Order order) {
        Publication running = running(county);
        return new Taken(running.version(), moves.order(running, order == null || order.cases() == null
                || order.cases().isEmpty() ? moves.behind(running) : order.cases(), owners.me()));
    }

    @GetMapping
    @Operation(summary = "Hur flytten till det som gäller går, ärende för ärende")
    List<OrderedMove> report(@PathVariable String county) {
        return moves.report(running(county));
    }

    private Publication running(String county) {
        return publications.running(owners.county(county).id()).orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND, "Länet har inget publicerat än."));
    }
}
