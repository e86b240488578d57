package dev.prepgraph.partner.event.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Type of an event.")
public enum WebhookEventType {
  @Description("A guide was published, and was not published before.")
  GUIDE_PUBLISHED,
  @Description("The content of a guide's page changed in some language, its questions included.")
  GUIDE_CHANGED,
  @Description("A guide was withdrawn.")
  GUIDE_UNPUBLISHED,
  @Description("A question was published, changed or withdrawn.")
  QUESTION_CHANGED,
  @Description(
      "A user erased the account that was used with an OAuth client of the partner. The change feed does not have it.")
  USER_ERASED,
  @Description("Sent by sendTestEvent only; endpoints need not subscribe to it.")
  TEST
}
