package dev.prepgraph.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.common.json.ColumnReader;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StoredDocumentsTest {

  @Inject ObjectMapper jackson;

  @ParameterizedTest
  @CsvSource({
    "GuideRevisionEntity, document, guide_revision",
    "QuestionRevisionEntity, document, question_revision",
    "TaxonomyRevisionEntity, document, taxonomy_revision",
    "PublishedGuideEntity, localizations, guide",
    "PublishedGuideEntity, titles, guide",
    "PublishedQuestionEntity, localizations, question"
  })
  void areReadAsJacksonReadsThem(String entity, String column, String table) throws Exception {
    Type type =
        Class.forName(getClass().getPackageName() + "." + entity)
            .getDeclaredField(column)
            .getGenericType();
    ColumnReader columns = new ColumnReader(jackson);
    List<String> documents =
        OwnerSql.texts("select %s::text from catalogue.%s".formatted(column, table));
    assertThat(documents).isNotEmpty();
    for (String document : documents) {
      byte[] json = document.getBytes(StandardCharsets.UTF_8);
      Object expected = jackson.readValue(json, jackson.constructType(type));
      assertThat(columns.read(json, type)).isEqualTo(expected);
      assertThat(jackson.writeValueAsString(columns.read(json, type)))
          .isEqualTo(jackson.writeValueAsString(expected));
    }
  }
}
