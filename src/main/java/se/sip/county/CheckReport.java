package se.sip.county;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;

/**
 * What a check found, for a reader and as JSON.
 *
 * @param read which files were looked at, in Swedish
 * @param faults in the order of files and lines
 * @param milliseconds how long it took
 */
public record CheckReport(String county, String read, List<BundleFault> faults, long milliseconds) {

    /** One line of the JSON report. */
    public record Line(String severity, String file, int line, String element, String fault, String remedy) {
    }

    /** The JSON report. */
    public record Answer(String county, String read, boolean fine, long errors, long warnings, long milliseconds,
            List<Line> faults) {
    }

    public long errors() {
        return faults.stream().filter(BundleFault::isError).count();
    }

    public boolean isFine() {
        return errors() == 0;
    }

    public Answer answer() {
        return new Answer(county, read, isFine(), errors(), faults.size() - errors(), milliseconds, faults.stream()
                .map(f -> new Line(f.severity().swedish(), f.file(), f.line(), f.element(), f.fault(), f.remedy()))
                .toList());
    }

    public String asJson() {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(answer()) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String asText() {
        var text = new StringBuilder();
        String file = "";
        for (BundleFault fault : faults) {
            if (!fault.file().equals(file)) {
                file = fault.file();
                text.append('\n').append(file).append('\n');
            }
            text.append("  ").append(fault.isError() ? "FEL" : "VARNING");
            if (fault.line() > 0) {
                text.append(" rad ").append(fault.line());
            }
            text.append(fault.element().isEmpty() ? "" : ", " + fault.element()).append('\n');
            text.append("    ").append(fault.fault()).append('\n');
            if (!fault.remedy().isEmpty()) {
                text.append("    Åtgärd: ").append(fault.remedy()).append('\n');
            }
        }
        return text.append('\n').append(county).append(": ").append(read).append(" prövade, ").append(errors())
                .append(" fel och ").append(faults.size() - errors()).append(" varningar (").append(milliseconds)
                .append(" ms).\n").toString();
    }
}
