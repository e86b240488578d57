"""Prepares requests against a running service: python3 requests.py PORT FOLDER writes guides, paging and search.

Each is a file of JSON bodies, one a line, that reach all over the catalogue: guides by slug, pages of questions at
every depth, and searches for two neighbouring words of published prompts.
"""
import json
import random
import re
import sys
import urllib.request

port, folder = sys.argv[1:]
random.seed(7)


def ask(query, **variables):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/graphql",
        json.dumps({"query": query, "variables": variables}).encode(),
        {"Content-Type": "application/json"},
    )
    answer = json.load(urllib.request.urlopen(request))
    if "errors" in answer:
        raise SystemExit(answer["errors"])
    return answer["data"]


def write(name, bodies):
    with open(f"{folder}/{name}", "w") as file:
        for query, variables in random.sample(bodies, min(200, len(bodies))):
            file.write(json.dumps({"query": query, "variables": variables}) + "\n")


walk = "query($n: Int, $after: String) { questions(first: $n, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { prompt guides { slug } } } } }"
page = "query($after: String) { questions(first: 20, after: $after) { totalCount edges { node { slug prompt difficulty type { name } } } } }"
guide = "query($slug: String) { roleGuide(slug: $slug) { title overview questions(first: 20) { edges { node { prompt howToAnswer answers { kind body } } } } criteria { name } faqs { question answer } } }"
search = "query($text: String!) { search(text: $text, first: 10) { totalCount edges { node { excerpt result { __typename ... on Question { slug } ... on RoleGuide { slug } } } } } }"

total = ask(walk, n=1)["questions"]["totalCount"]
size = 100 if total > 10_000 else 4
cursors, slugs, texts, after = [], set(), [], None
while True:
    questions = ask(walk, n=size, after=after)["questions"]
    for edge in questions["edges"]:
        slugs.update(of["slug"] for of in edge["node"]["guides"])
    words = re.findall(r"[A-Za-z]{4,}", questions["edges"][0]["node"]["prompt"])
    if len(words) > 2:
        at = random.randrange(len(words) - 1)
        texts.append(" ".join(words[at : at + 2]))
    after = questions["pageInfo"]["endCursor"]
    if not questions["pageInfo"]["hasNextPage"]:
        break
    cursors.append(after)

write("guides", [(guide, {"slug": slug}) for slug in sorted(slugs)])
write("paging", [(page, {"after": cursor}) for cursor in cursors])
write("search", [(search, {"text": text}) for text in texts])
