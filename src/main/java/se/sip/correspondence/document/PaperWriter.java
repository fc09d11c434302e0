package se.sip.correspondence.document;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes a document: the county's template, part of a template or text where it has one, else the base's, laid out as
 * PDF. A county's folder is {@code documents/<county>/}; its texts are {@code texter.properties} there.
 */
@Component
class PaperWriter {

    private static final String FOLDER = "documents/";
    private static final String ENDING = ".html";
    private static final String TEXTS = "/texter";
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final PdfRenderer renderer;
    private final Map<String, SpringTemplateEngine> byCounty = new ConcurrentHashMap<>();

    PaperWriter(PdfRenderer renderer) {
        this.renderer = renderer;
    }

    /** Which template a county uses for a kind. */
    String templateOf(String county, DocumentKind kind) {
        String own = county + "/" + kind.template();
        return PaperWriter.class.getClassLoader().getResource(FOLDER + own + ENDING) == null ? kind.template() : own;
    }

    /** @param template as {@link DocumentKind#template()} */
    byte[] write(String county, String template, Head head, Paper paper) {
        String html = byCounty.computeIfAbsent(county, PaperWriter::templatesOf).process(template,
                new Context(SWEDISH, Map.of("head", head, "p", paper)));
        return renderer.render(html);
    }

    private static SpringTemplateEngine templatesOf(String county) {
        var templates = new SpringTemplateEngine();
        templates.addTemplateResolver(files(FOLDER + county + "/", 1));
        templates.addTemplateResolver(files(FOLDER, 2));
        templates.setTemplateEngineMessageSource(texts(county));
        return templates;
    }

    private static ClassLoaderTemplateResolver files(String folder, int order) {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix(folder);
        files.setSuffix(ENDING);
        files.setTemplateMode(TemplateMode.XML);
        files.setCharacterEncoding("UTF-8");
        files.setCheckExistence(true);
        files.setOrder(order);
        return files;
    }

    private static MessageSource texts(String county) {
        var texts = new ReloadableResourceBundleMessageSource();
        // The first that has a text says it.
        texts.setBasenames("classpath:" + FOLDER + county + TEXTS, "classpath:" + FOLDER + TEXTS.substring(1));
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
