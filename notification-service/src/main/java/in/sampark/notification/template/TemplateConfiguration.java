package in.sampark.notification.template;

import in.sampark.notification.template.domain.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    Templates templates(TemplateSettings settings) {
        return new TemplateFiles().read(settings.languages());
    }
}
