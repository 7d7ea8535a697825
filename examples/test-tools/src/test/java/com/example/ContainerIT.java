package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

class ContainerIT {
  @Test
  void the_container_has_the_token() throws Exception {
    var token = Build.token();
    assumeTrue(DockerClientFactory.instance().isDockerAvailable());

    try (var container = new GenericContainer<>("alpine:3")) {
      container.withEnv("NETNUT_TOKEN", token).withCommand("sleep", "60").start();
      var result = container.execInContainer("printenv", "NETNUT_TOKEN");
      assertTrue(token.equals(result.getStdout().strip()));
    }
  }
}
