package se.sip.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the part of the field a form belongs to what it will send. */
@Component
class Sheets {

    private final Forms forms;
    private final Map<String, FormSheets<?>> sheets;

    Sheets(Forms forms, List<FormSheets<?>> sheets) {
        this.forms = forms;
        this.sheets = sheets.stream().collect(Collectors.toMap(FormSheets::form, Function.identity()));
    }

    /** Empty where the form sends nothing, or is not filled in as it should be. */
    @SuppressWarnings("unchecked")
    <F extends Record> List<FormSheets.Sheet> of(String form, JsonNode content, FormSituation where) {
        var of = (FormSheets<F>) sheets.get(form);
        if (of == null) {
            return List.of();
        }
        var read = forms.read((FormIntake<F>) forms.required(form), content, where);
        return read.faults().isEmpty() ? of.of(read.form(), where) : List.of();
    }
}
