package se.sip.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;

/**
 * What was held against what, and what is different, for a reader and as JSON.
 *
 * @param what the set that is looked at, in Swedish
 * @param against what it is held against, in Swedish
 */
public record DifferenceReport(String county, String what, String against, List<FileDifference> files) {

    public String asJson() {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String asText() {
        var text = new StringBuilder();
        for (FileDifference file : files) {
            text.append('\n').append(file.file()).append(" (").append(file.change().swedish()).append(")\n");
            file.elements().forEach(one -> text.append("  ").append(one.text()).append('\n'));
        }
        return text.append('\n').append(county).append(": ").append(what).append(" mot ").append(against).append(", ")
                .append(files.isEmpty() ? "inget skiljer" : files.size() + (files.size() == 1 ? " fil" : " filer")
                        + " skiljer").append(".\n").toString();
    }
}
