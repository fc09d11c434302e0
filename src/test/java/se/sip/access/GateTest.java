package se.sip.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a member of staff can do from the browser's console, past Tasklist: nothing but hand in forms. */
class GateTest extends RunningProduct {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String FORM = """
            {"variables": {"form": {"value": "{\\"a\\": 1}", "type": "Json", "valueInfo": {"transient": true}}}}""";

    private Browser elin;
    private String task;

    @BeforeEach
    void logIn() {
        elin = as("elevhalsa");
        task = taskIn("vgr").getId();
    }

    @Test
    void tasklistsOwnWayThroughATask() {
        var lists = Browser.json(elin.get(ENGINE + "/filter?resourceType=Task"));
        assertThat(lists.findValuesAsText("name")).contains("Mina uppgifter", "Enhetens uppgifter",
                "Förfaller inom tre dagar", "Försenade");
        String units = filterId("Enhetens uppgifter");
        assertThat(Browser.json(elin.post(ENGINE + "/filter/" + units + "/list?firstResult=0&maxResults=15",
                "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}")).findValuesAsText("id"))
                .contains(task);
        assertThat(elin.get(ENGINE + "/task/" + task).statusCode()).isEqualTo(200);
        assertThat(elin.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"elevhalsa\"}").statusCode())
                .isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo("elevhalsa");
        assertThat(elin.post(ENGINE + "/task/" + task + "/submit-form", FORM).statusCode()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
        assertThat(rows("ACT_RU_VARIABLE")).isZero();
    }

    @Test
    void aStartFormStartsTheProcessAndLeavesNothingBehind() {
        long before = runtime.createProcessInstanceQuery().count();

        var answer = elin.post(ENGINE + "/process-definition/" + definitionIn("vgr") + "/submit-form", FORM);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before + 1);
        assertNothingStored();
    }

    @Test
    void aFormWithoutTransientIsMadeTransient() {
        var answer = elin.post(ENGINE + "/task/" + task + "/submit-form",
                "{\"variables\": {\"form\": {\"value\": \"{\\\"name\\\": \\\"Alva\\\"}\"}}}");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"variables\": {\"samtycke\": {\"value\": \"VALID\"}}}",
        "{\"variables\": {\"form\": {\"value\": \"{}\"}, \"consentOutcome\": {\"value\": \"VALID\"}}}",
        "{\"variables\": {\"form\": {\"value\": \"text\", \"type\": \"String\"}}}",
        "{\"variables\": {\"form\": {\"value\": \"{}\", \"type\": \"Object\"}}}",
        "{\"variables\": {\"form\": {\"value\": \"[1]\", \"type\": \"Json\"}}}",
        "{\"variables\": {\"form\": {\"value\": \"{} {}\", \"type\": \"Json\"}}}",
        "{\"variables\": {}, \"variables\": {\"form\": {\"value\": \"{}\"}}}",
        "{\"variables\": {\"form\": {\"value\": \"{}\"}}, \"businessKey\": \"SIP-2026-000001\"}",
        "{\"variables\": {}}",
        "{}",
        "[]",
        "form=1"})
    void anythingButOneFormIsRefused(String body) {
        for (String path : new String[] {"/task/" + task, "/process-definition/" + definitionIn("vgr")}) {
            var answer = elin.post(ENGINE + path + "/submit-form", body);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Browser.json(answer).path("message").asText()).isNotBlank().doesNotContain("VALID");
        }
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertNothingStored();
    }

    @Test
    void aFormThatIsTooLargeIsRefused() {
        String large = "å".repeat(GateBodies.LIMIT / 2);

        var answer = elin.post(ENGINE + "/task/" + task + "/submit-form",
                "{\"variables\": {\"form\": {\"value\": \"{\\\"a\\\": \\\"" + large + "\\\"}\"}}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("för stort");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST   | /task/{task}/complete                | {"variables": {"consentOutcome": {"value": "VALID"}}}
            POST   | /task/{task}/resolve                 | {"variables": {"consentOutcome": {"value": "VALID"}}}
            POST   | /task/{task}/delegate                | {"userId": "bup"}
            POST   | /task/{task}/assignee                | {"userId": "bup"}
            POST   | /task/{task}/identity-links          | {"userId": "bup", "type": "candidate"}
            POST   | /task/{task}/identity-links/delete   | {"groupId": "vgr-1490-elevhalsa", "type": "candidate"}
            POST   | /task/{task}/comment/create          | {"message": "Alva mår sämre"}
            POST   | /task/{task}/attachment/create       | {"name": "x"}
            PUT    | /task/{task}                         | {"name": "Alva", "assignee": "bup"}
            PUT    | /task/{task}/variables/caseNumber    | {"value": "x"}
            POST   | /task/{task}/variables               | {"modifications": {"x": {"value": 1}}}
            PUT    | /task/{task}/localVariables/phase    | {"value": "x"}
            DELETE | /task/{task}                         |
            PUT    | /task/{task}/comment/create          | {"message": "x"}
            GET    | /task/{task}/attachment              |
            POST   | /task/create                         | {"name": "Ring Alvas mamma"}
            POST   | /task                                | {"assigneeExpression": "${1+1}"}
            GET    | /task                                |
            POST   | /process-definition/{definition}/start | {"variables": {"x": {"value": 1}}}
            POST   | /process-definition/key/sip/start    | {}
            POST   | /process-definition/key/sip/tenant-id/vgr/submit-form | {"variables": {"form": {"value": "{}"}}}
            POST   | /message                             | {"messageName": "x"}
            POST   | /deployment/create                   |
            POST   | /filter/create                       | {"resourceType": "Task", "name": "x"}
            GET    | /user                                |
            GET    | /history/task                        |
            GET    | /variable-instance                   |
            POST   | /variable-instance                   | {}
            GET    | /process-instance                    |
            GET    | /job                                 |
            """)
    void everyOtherCallIsRefused(String method, String path, String body) {
        var answer = elin.send(method, ENGINE + path.replace("{task}", task)
                .replace("{definition}", definitionIn("vgr")), body);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Browser.json(answer).path("message").asText()).isEqualTo(
                "Det går inte att göra här. Använd uppgiftens formulär.");
        assertNothingStored();
        assertThat(rows("ACT_HI_COMMENT")).isZero();
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/admin/setup/default/user/create",
        "/camunda/api/cockpit/plugin/base/default/process-definition/query",
        "/camunda/api/admin/auth/user/default/login/tasklist"})
    void cockpitAndAdminAreClosedForStaff(String path) {
        assertThat(elin.post(path, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyTakesATaskForSomebodyElse() {
        assertThat(elin.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"bup\"}").statusCode())
                .isEqualTo(400);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
    }

    @Test
    void aSearchCannotCarryAnExpression() {
        String list = ENGINE + "/filter/" + filterId("Enhetens uppgifter") + "/list";

        assertThat(elin.post(list, "{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\"}]}").statusCode())
                .isEqualTo(400);
        assertThat(elin.get(list + "?assigneeExpression=%24%7B1%7D").statusCode()).isEqualTo(403);
    }

    @Test
    void anotherUnitsTaskCannotBeReachedByItsId() {
        var bo = as("bup");

        assertThat(bo.get(ENGINE + "/task/" + task).statusCode()).isIn(403, 404);
        assertThat(bo.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"bup\"}").statusCode())
                .isIn(403, 404, 500);
        assertThat(bo.post(ENGINE + "/task/" + task + "/submit-form", FORM).statusCode()).isIn(403, 404, 500);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
        assertNothingStored();
    }

    @Test
    void anotherCountysTaskCannotBeReachedThoughTheGroupIsRight() {
        String elsewhere = taskIn(OTHER_COUNTY).getId();

        assertThat(elin.get(ENGINE + "/task/" + elsewhere).statusCode()).isIn(403, 404);
        assertThat(elin.post(ENGINE + "/task/" + elsewhere + "/submit-form", FORM).statusCode())
                .isIn(403, 404, 500);
        assertThat(elin.post(ENGINE + "/process-definition/" + definitionIn(OTHER_COUNTY) + "/submit-form", FORM)
                .statusCode()).isIn(403, 404, 500);
        assertThat(tasks.createTaskQuery().taskId(elsewhere).count()).isEqualTo(1);
        assertThat(runtime.createProcessInstanceQuery().tenantIdIn(OTHER_COUNTY).count()).isEqualTo(1);
    }

    @Test
    void whoPutATaskBackAndLeftTheUnitSeesItNoMore() {
        elin.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"elevhalsa\"}");
        identity.deleteMembership("elevhalsa", "vgr-1490-elevhalsa");
        try {
            assertThat(elin.get(ENGINE + "/task/" + task).statusCode()).isEqualTo(200);

            tasks.setAssignee(task, "elevhalsa-chef");

            assertThat(as("elevhalsa").get(ENGINE + "/task/" + task).statusCode()).isIn(403, 404);
            assertThat(as("elevhalsa-chef").get(ENGINE + "/task/" + task).statusCode()).isEqualTo(200);
        } finally {
            identity.createMembership("elevhalsa", "vgr-1490-elevhalsa");
        }
    }

    @Test
    void theOperatorSeesTheInstanceInCockpitButDecidesNothing() {
        var dag = as("driftadmin");
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();

        assertThat(dag.get(ENGINE + "/process-instance/" + instance).statusCode()).isEqualTo(200);
        assertThat(dag.send("PUT", ENGINE + "/process-instance/" + instance + "/variables/consentOutcome",
                "{\"value\":\"VALID\"}").statusCode()).isIn(403, 500);
        assertThat(dag.post(ENGINE + "/task/" + task + "/complete", "{}").statusCode()).isIn(403, 500);
        assertThat(dag.post(ENGINE + "/task/" + task + "/comment/create", "{\"message\":\"x\"}").statusCode())
                .isEqualTo(403);
        assertThat(dag.send("DELETE", ENGINE + "/process-instance/" + instance, null).statusCode())
                .isIn(403, 500);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertNothingStored();
    }

    private String filterId(String name) {
        for (var list : Browser.json(elin.get(ENGINE + "/filter?resourceType=Task"))) {
            if (list.path("name").asText().equals(name)) {
                return list.path("id").asText();
            }
        }
        throw new AssertionError("no filter " + name);
    }

    private void assertNothingStored() {
        assertThat(rows("ACT_RU_VARIABLE")).isZero();
        assertThat(rows("ACT_HI_VARINST")).isZero();
        assertThat(rows("ACT_HI_DETAIL")).isZero();
    }
}
