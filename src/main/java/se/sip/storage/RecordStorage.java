package se.sip.storage;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import se.sip.casefile.Codes;

/** How the records are kept: the schema {@code sip}, plain names, codes as comma separated text. */
@Configuration
class RecordStorage extends AbstractJdbcConfiguration {

    @Override
    public JdbcMappingContext jdbcMappingContext(Optional<NamingStrategy> naming, JdbcCustomConversions conversions,
            RelationalManagedTypes types) {
        JdbcMappingContext context = super.jdbcMappingContext(naming, conversions, types);
        context.setForceQuote(false);
        return context;
    }

    /** The records stand in a schema of their own; hand-written queries name it too. */
    @Bean
    NamingStrategy recordNames() {
        return new NamingStrategy() {
            @Override
            public String getSchema() {
                return "sip";
            }
        };
    }

    @Override
    protected List<?> userConverters() {
        return List.of(new CodesReader(), new CodesWriter());
    }

    @ReadingConverter
    private static final class CodesReader implements Converter<String, Codes> {
        @Override
        public Codes convert(String text) {
            return Codes.parse(text);
        }
    }

    @WritingConverter
    private static final class CodesWriter implements Converter<Codes, String> {
        @Override
        public String convert(Codes codes) {
            return codes.toString();
        }
    }
}
