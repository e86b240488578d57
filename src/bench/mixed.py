"""Sends real requests of all kinds to a running service: python3 mixed.py PORT COUNT. Ends with 1 where one is not served."""
import http.client
import json
import sys
import threading
import urllib.parse

port, count = int(sys.argv[1]), int(sys.argv[2])
THREADS = 4
GUIDE = open(__file__.replace("mixed.py", "guide.graphql")).read()
PAGE = "query($first: Int, $after: String) { questions(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { slug prompt difficulty tags type { name } guides { slug } myAnswer { version } } } } }"
SEARCH = "query($text: String!) { search(text: $text, first: 10) { totalCount edges { node { excerpt result { __typename ... on Question { slug } ... on RoleGuide { slug } } } } } }"
GUIDES = "{ roleGuides(first: 20) { edges { node { id slug title seniority criteria { name levels { score descriptor } } } } } }"
WORDS = ["database", "index", "test", "deploy", "team", "conflict", "latency", "review", "incident", "design"]


def requests(number):
    """The number-th request: its body, and whether it is to be sent by GET."""
    kind = number % 8
    if kind == 0:
        return {"query": GUIDE}, False
    if kind == 1:
        return {"query": PAGE, "variables": {"first": 5 + number % 20}}, False
    if kind == 2:
        return {"query": SEARCH, "variables": {"text": WORDS[number // 8 % len(WORDS)]}}, False
    if kind == 3:
        return {"query": GUIDES}, False
    if kind == 4:
        return {"query": GUIDE.replace("backend-developer-intern", "data-analyst-intern")}, True
    if kind == 5:
        return {"query": "{ catalogue { revision publishedAt locales } questionTypes { name } viewer { id } } # %d" % number}, False
    if kind == 6:
        return {"query": SEARCH, "variables": {"text": "%s %s" % (WORDS[number // 8 % 10], WORDS[number // 80 % 10])}}, False
    return {"query": "{ roleGuide(slug: \"none-%d\") { title } noSuchField }" % number}, False


def run(first):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for number in range(first, count, THREADS):
        body, by_get = requests(number)
        if by_get:
            connection.request("GET", "/graphql?" + urllib.parse.urlencode(body))
        else:
            connection.request("POST", "/graphql", json.dumps(body), {"Content-Type": "application/json"})
        response = connection.getresponse()
        answer = json.load(response)
        if response.status != 200 or ("errors" in answer) != (number % 8 == 7):
            failures.append((response.status, body, answer))


failures = []
threads = [threading.Thread(target=run, args=(first,)) for first in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
if failures:
    raise SystemExit("%d of %d were not served, such as %s" % (len(failures), count, failures[0]))
