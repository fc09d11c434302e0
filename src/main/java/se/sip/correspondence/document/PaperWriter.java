package se.sip.correspondence.document;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a document: the county's template where it has one, else the base's, laid out as PDF. */
@Component
class PaperWriter {

    private static final String FOLDER = "documents/";
    private static final String ENDING = ".html";

    private final PdfRenderer renderer;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    PaperWriter(PdfRenderer renderer) {
        this.renderer = renderer;
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix(FOLDER);
        files.setSuffix(ENDING);
        files.setTemplateMode(TemplateMode.XML);
        files.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(files);
    }

    /** Which template a county uses for a kind. */
    String templateOf(String county, DocumentKind kind) {
        String own = county + "/" + kind.template();
        return PaperWriter.class.getClassLoader().getResource(FOLDER + own + ENDING) == null ? kind.template() : own;
    }

    byte[] write(String template, Head head, Paper paper) {
        String html = templates.process(template, new Context(Locale.forLanguageTag("sv-SE"),
                Map.of("head", head, "p", paper)));
        return renderer.render(html);
    }
}
