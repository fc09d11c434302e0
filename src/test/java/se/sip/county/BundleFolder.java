package se.sip.county;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Writes the files of a bundle into a folder, as a process owner would, and reads them back as one. */
record BundleFolder(Path root) {

    static final County VGR = new County("vgr", "Västra Götaland", Set.of("VGB", "VGV", "VGU"));
    static final County TEST = new County("testlan", "Testlän", Set.of());

    /** What the product offers, read once for all tests. */
    static final Product PRODUCT = Product.read();

    static final String FORM = """
            <form role="form" class="sip-form">
              <sip-case></sip-case>
              <sip-section title="Behovet">
                <sip-date name="discoveredOn" label="När upptäcktes behovet?" required></sip-date>
              </sip-section>
              <script cam-script type="text/form-script">inject(['sipForm', function(sipForm){ sipForm.attach(camForm, $scope); }]);</script>
            </form>
            """;

    BundleFolder with(String path, String content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    BundleFolder without(String path) {
        try {
            Files.delete(root.resolve(path));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    Bundle read(County county) {
        return new BundleReader("file:" + root + "/").read(county);
    }

    /** A process of one user task, with room for more attributes and elements. */
    static String process(String id, String taskAttributes, String more) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="sip">
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P180D" camunda:isStartableInTasklist="false">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                    <bpmn:userTask id="task" %s><bpmn:documentation>Gör det.</bpmn:documentation></bpmn:userTask>
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(id, complete(taskAttributes), more);
    }

    private static String complete(String taskAttributes) {
        var all = new StringBuilder(taskAttributes);
        for (String needed : List.of("name=\"Gör\"", "camunda:formKey=\"embedded:deployment:forms/behov.html\"",
                "camunda:candidateGroups=\"${convenerGroup}\"", "camunda:dueDate=\"${taskDue}\"")) {
            if (!taskAttributes.contains(needed.substring(0, needed.indexOf('=')))) {
                all.append(' ').append(needed);
            }
        }
        return all.toString();
    }

    static String process(String id) {
        return process(id, "", "");
    }

    static String table(String id, String language) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="sip">
                  <decision id="%s" name="Regel" camunda:historyTimeToLive="P180D" camunda:isStartableInTasklist="false">
                    <decisionTable id="t" hitPolicy="UNIQUE">
                      <input id="i"><inputExpression id="ie" typeRef="string" %s><text>rule</text></inputExpression></input>
                      <output id="o" name="amount" typeRef="integer"/>
                      <rule id="r"><inputEntry id="r1"><text>"motet"</text></inputEntry><outputEntry id="r2"><text>3</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(id, language);
    }
}
