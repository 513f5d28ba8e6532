package in.sampark.notification.template;

import in.sampark.notification.template.domain.Templates;
import in.sampark.notification.template.web.TemplateController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    Templates templates(TemplateSettings settings) {
        return new TemplateFiles().read(settings.languages());
    }

    @Bean
    TemplateController templateController(Templates templates, TemplateSettings settings) {
        return new TemplateController(templates, settings.segmentPaise());
    }
}
