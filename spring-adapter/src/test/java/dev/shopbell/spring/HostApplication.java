package dev.shopbell.spring;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The host as an application that finds the auto-configuration as any other does, without JPA. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = {HostApplication.JPA_3, HostApplication.JPA_4})
@Import(Host.class)
class HostApplication {
  static final String JPA_3 =
      "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration";
  static final String JPA_4 =
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration";
}
