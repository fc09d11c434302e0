package se.sip.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.task.Task;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What stands beside the fields when whoever is logged in opens a task's form: its texts and choices. */
public final class OpenForm {

    private OpenForm() {
    }

    public static JsonNode shown(WebApplicationContext context, Task task) throws Exception {
        var answer = MockMvcBuilders.webAppContextSetup(context).build().perform(get("/api/tasks/" + task.getId()))
                .andReturn().getResponse();
        return new ObjectMapper().readTree(answer.getContentAsString(StandardCharsets.UTF_8)).get("choices");
    }
}
