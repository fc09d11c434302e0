package se.sip.node;

import java.time.Duration;
import java.util.TimeZone;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import se.sip.SipApplication;
import se.sip.correspondence.MailServer;
import se.sip.correspondence.MailSettings;

/** A node as a JVM of its own, with the demonstration's accounts and a mail server that outlives it. */
final class NodeMain {

    private NodeMain() {
    }

    /** First argument: the port of the mail server; then settings. */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Stockholm"));
        var mail = new MailSettings("127.0.0.1", Integer.parseInt(args[0]), "", "", false, "sip@example.se",
                Duration.ofSeconds(5));
        new SpringApplicationBuilder(SipApplication.class).profiles("demo").initializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean("mailServerOfTheTest", MailServer.class, () -> () -> mail, bean -> bean.setPrimary(true));
            beans.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
        }).run(java.util.Arrays.copyOfRange(args, 1, args.length));
    }

    /** The tests' own components lie on the class path of this JVM and are no part of the product. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            var marks = reader.getAnnotationMetadata();
            return marks.isAnnotated(TestComponent.class.getName()) || marks.isAnnotated(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other != null && getClass() == other.getClass();
        }

        @Override
        public int hashCode() {
            return getClass().hashCode();
        }
    }
}
