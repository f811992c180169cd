package dev.shopbell.spring;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The host as an application that finds the auto-configuration as any other does. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Host.class)
class HostApplication {}
