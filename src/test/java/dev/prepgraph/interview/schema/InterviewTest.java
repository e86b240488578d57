package dev.prepgraph.interview.schema;

import dev.prepgraph.interview.InterviewRules;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class InterviewTest extends InterviewRules {}
