package se.sip.correspondence.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import javax.xml.XMLConstants;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.configuration.ConfigurationException;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.springframework.stereotype.Component;

/** Makes a PDF/A-2a and PDF/UA-1 of a document's HTML. Safe for many at once. */
@Component
class PdfRenderer {

    private static final String FOLDER = "documents/";
    private static final String FONTS = "liberation/";
    private static final String MIME = "application/pdf";

    private final FopFactory factory;
    private final Templates paper;
    private final Clock clock;

    PdfRenderer(Clock clock) throws IOException, TransformerException, ConfigurationException {
        this.clock = clock;
        this.factory = factory();
        this.paper = paper();
    }

    /** @param html well-formed, see {@code documents/paper.xsl} for what it may hold */
    byte[] render(String html) {
        var out = new ByteArrayOutputStream();
        try {
            FOUserAgent agent = factory.newFOUserAgent();
            // The default listener logs faults of layout with the text they are about.
            agent.getEventBroadcaster().addEventListener(event -> { });
            agent.setProducer("SIP");
            agent.setCreator("SIP");
            agent.setCreationDate(Date.from(clock.instant()));
            Fop fop = factory.newFop(MIME, agent, out);
            Transformer transformer = paper.newTransformer();
            transformer.transform(new StreamSource(new StringReader(html)), new SAXResult(fop.getDefaultHandler()));
        } catch (FOPException | TransformerException e) {
            // Neither message nor cause: both may quote what the document says.
            throw new IllegalStateException("The document could not be laid out: " + e.getClass().getSimpleName());
        }
        return out.toByteArray();
    }

    private static FopFactory factory() throws IOException, ConfigurationException {
        URL oneFont = PdfRenderer.class.getClassLoader().getResource(FONTS + "LiberationSans-Regular.ttf");
        if (oneFont == null) {
            throw new FileNotFoundException("The fonts are not in the jar");
        }
        String fonts = oneFont.toString().replaceFirst("[^/]+$", "");
        try (InputStream settings = classpath(FOLDER + "fop.xml")) {
            String text = new String(settings.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("classpath:" + FONTS, fonts);
            var configuration = new DefaultConfigurationBuilder().build(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return new FopFactoryBuilder(URI.create("classpath:/"), new InsideTheJar(fonts))
                    .setConfiguration(configuration).build();
        }
    }

    private static Templates paper() throws IOException, TransformerException {
        TransformerFactory transformers = TransformerFactory.newInstance();
        transformers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        try (InputStream sheet = classpath(FOLDER + "paper.xsl")) {
            return transformers.newTemplates(new StreamSource(sheet));
        }
    }

    private static InputStream classpath(String name) throws FileNotFoundException {
        InputStream found = PdfRenderer.class.getClassLoader().getResourceAsStream(name);
        if (found == null) {
            throw new FileNotFoundException(name);
        }
        return found;
    }

    /**
     * Fonts come from the jar, nothing from the network or the disk.
     *
     * @param fonts address of the folder that holds them
     */
    private record InsideTheJar(String fonts) implements ResourceResolver {

        @Override
        public Resource getResource(URI uri) throws IOException {
            if (!uri.toString().startsWith(fonts)) {
                throw new FileNotFoundException("A document reads nothing from outside the jar");
            }
            return new Resource(uri.toURL().openStream());
        }

        @Override
        public OutputStream getOutputStream(URI uri) throws IOException {
            throw new IOException("A document writes nothing");
        }
    }
}
