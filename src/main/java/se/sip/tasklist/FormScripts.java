package se.sip.tasklist;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The forms' script files, asked for anew every time: Tasklist gives their address a number of its own version, so a
 * browser would otherwise mix files from before and after an update of the product.
 */
@Configuration
class FormScripts implements WebMvcConfigurer {

    private static final String FILES = "/META-INF/resources/webjars/camunda/app/tasklist/sip/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/camunda/app/tasklist/sip/**")
                .addResourceLocations("classpath:" + FILES)
                .setCacheControl(CacheControl.noCache());
    }
}
