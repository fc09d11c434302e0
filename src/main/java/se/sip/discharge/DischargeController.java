package se.sip.discharge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.storage.RecordStoreException;

/**
 * Messages of discharge over HTTP: the fields of the forms {@code inskrivning} and {@code utskrivningsmeddelande}, by
 * the same rules, each with a {@code messageId} of the sender's. The same id with the same content gets the same answer
 * and does nothing more; with other content it is refused (409).
 */
@RestController
@RequestMapping("/api/discharge")
@Tag(name = "Utskrivning", description = "Meddelanden vid in- och utskrivning (lag 2017:612)")
@ApiResponse(responseCode = "200", description = "Meddelandet är mottaget, nu eller tidigare under samma messageId")
@ApiResponse(responseCode = "400", description = "Allt som är fel, på svenska, ett fel per fält (RFC 9457)",
        content = @Content(mediaType = "application/problem+json",
                schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(responseCode = "401", description = "Inte inloggad", content = @Content)
@ApiResponse(responseCode = "409", description = "Samma messageId har använts för ett annat innehåll",
        content = @Content(mediaType = "application/problem+json",
                schema = @Schema(implementation = ProblemDetail.class)))
class DischargeController {

    private final DischargeApi api;
    private final StaffDirectory staff;

    DischargeController(DischargeApi api, StaffDirectory staff) {
        this.api = api;
        this.staff = staff;
    }

    @PostMapping("/admission")
    @Operation(summary = "Inskrivningsmeddelande (LUS 2:1–2:3)",
            description = "Öppnar ett ärende. Fälten är de som formuläret inskrivning har, och messageId.")
    DischargeApi.Answer admission(@RequestBody JsonNode body) {
        ObjectNode fields = fields(body);
        return received(() -> api.admission(fields, me()));
    }

    @PostMapping("/expected-date")
    @Operation(summary = "Ändrad beräknad utskrivning (LUS 2:4)",
            description = "Fält: messageId, caseNumber, expectedOn.")
    DischargeApi.Answer expectedDate(@RequestBody JsonNode body) {
        return message(body, WardMessageKind.EXPECTED_DATE);
    }

    @PostMapping("/hospital-meeting")
    @Operation(summary = "SIP-möte på sjukhuset behövs (VGU-42)", description = "Fält: messageId, caseNumber, reason.")
    DischargeApi.Answer hospitalMeeting(@RequestBody JsonNode body) {
        return message(body, WardMessageKind.HOSPITAL_MEETING);
    }

    @PostMapping("/ready")
    @Operation(summary = "Utskrivningsklar (LUS 3:1)", description = "Tre kalenderdagar för kallelsen räknas från den "
            + "dag meddelandet skickades. Fält: messageId, caseNumber, on, at (när det skickades; annars nu), "
            + "secrecyBy, secrecyHinders, secrecyNote, withheldFrom.")
    DischargeApi.Answer ready(@RequestBody JsonNode body) {
        return message(body, WardMessageKind.READY);
    }

    @PostMapping("/ready-withdrawn")
    @Operation(summary = "Utskrivningsklar återtas", description = "Fält: messageId, caseNumber, reason.")
    DischargeApi.Answer readyWithdrawn(@RequestBody JsonNode body) {
        return message(body, WardMessageKind.READY_WITHDRAWN);
    }

    @PostMapping("/discharged")
    @Operation(summary = "Utskriven", description = "En fast vårdkontakt är utsedd innan (LUS 2:5). Fält: messageId, "
            + "caseNumber, on, at.")
    DischargeApi.Answer discharged(@RequestBody JsonNode body) {
        return message(body, WardMessageKind.DISCHARGED);
    }

    @PostMapping("/transfer")
    @Operation(summary = "Information överförs samma dag (LUS 3:2)", description = "Fält: messageId, caseNumber, what, "
            + "secrecyBy, secrecyHinders, secrecyNote, withheldFrom, on, at, reason.")
    DischargeApi.Answer transfer(@RequestBody JsonNode body) {
        return message(body, WardMessageKind.TRANSFER);
    }

    @PostMapping("/cancelled")
    @Operation(summary = "Utskrivningen avbryts", description = "Fält: messageId, caseNumber, endKind (DECEASED, MOVED, "
            + "REGISTERED_IN_ERROR), reason.")
    DischargeApi.Answer cancelled(@RequestBody JsonNode body) {
        return message(body, WardMessageKind.CANCELLED);
    }

    private DischargeApi.Answer message(JsonNode body, WardMessageKind kind) {
        ObjectNode fields = fields(body);
        return received(() -> api.message(kind, fields, me()));
    }

    /** The same message twice at the same moment: the second finds the id taken before the first has its answer. */
    private static DischargeApi.Answer received(Supplier<DischargeApi.Answer> receive) {
        try {
            return receive.get();
        } catch (RecordStoreException e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT,
                    "Meddelandet kunde inte tas emot just nu. Inget är sparat. Skicka det igen med samma messageId.");
        }
    }

    private static ObjectNode fields(JsonNode body) {
        if (body instanceof ObjectNode fields) {
            return fields;
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Innehållet är inte ett JSON-objekt.");
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
