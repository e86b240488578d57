"""Users who save: savers.py URL TOKENS STOP. Each saves 18 kB texts one after the other until the file STOP is there; then
what was acknowledged is read back. Ends with 1 when an acknowledged save is missing or anything but a refusal was seen, or when
nothing was refused. Times at which nobody's save was acknowledged for more than a second are printed as they end."""
import json, os, sys, threading, time, urllib.error, urllib.parse, urllib.request

url, tokens, stop = sys.argv[1:]
wrong, counts = [], {"saved": 0, "refused": 0, "served from what is kept": 0}
gaps, acknowledged_at, lock = [], time.monotonic(), threading.Lock()
KEPT = url + "?query=" + urllib.parse.quote('{ roleGuide(slug: "backend-developer-intern") { title } }')


def ask(query, variables=None, token=None):
    """Returns the data, or None for a refusal that says that it can be tried again."""
    headers = {"Content-Type": "application/json", "Accept": "application/graphql-response+json"}
    if token:
        headers["Authorization"] = "Bearer " + token
    request = urllib.request.Request(url, json.dumps({"query": query, "variables": variables}).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as e:
        answer = json.load(e)
        if e.code == 503 and e.headers["Retry-After"] and answer["errors"][0]["extensions"]["code"] == "UNAVAILABLE":
            return None
    if "errors" in answer:
        raise ValueError(answer["errors"])
    return answer["data"]


def acknowledged():
    global acknowledged_at
    with lock:
        now = time.monotonic()
        gap, acknowledged_at = now - acknowledged_at, now
        counts["saved"] += 1
    if gap > 1:
        gaps.append(gap)
        print(f"no save was acknowledged for {gap:.1f} s", flush=True)


def save(token, saved):
    number = 0
    while not os.path.exists(stop):
        number += 1
        question = questions[number % len(questions)]
        version = saved.get(question, 0)
        try:
            data = ask("mutation ($i: SaveAnswerInput!) { saveAnswer(input: $i) { savedAnswer { version } userErrors { code } } }",
                       {"i": {"questionId": question, "body": os.urandom(9_000).hex(), "expectedVersion": version}}, token)
            if data is None:
                counts["refused"] += 1
                time.sleep(0.1)
            elif data["saveAnswer"]["savedAnswer"]:
                saved[question] = data["saveAnswer"]["savedAnswer"]["version"]
                acknowledged()
            elif data["saveAnswer"]["userErrors"][0]["code"] != "CONFLICT":
                raise ValueError(data)
            else:
                # Written, though that could not be told any more: the version is one further.
                saved[question] = version + 1
        except Exception as e:
            wrong.append(f"a save: {e!r}")
            time.sleep(0.1)


def read():
    while not os.path.exists(stop):
        try:
            json.load(urllib.request.urlopen(KEPT, timeout=5))["data"]["roleGuide"]["title"]
            counts["served from what is kept"] += 1
        except Exception as e:
            wrong.append(f"a kept answer: {e!r} {e.read() if isinstance(e, urllib.error.HTTPError) else ''}")
        time.sleep(0.05)


def warm(step):
    """Repeats a step until it is served, by a service that has just begun."""
    for _ in range(60):
        try:
            if result := step():
                return result
        except urllib.error.HTTPError:
            pass
        time.sleep(1)
    sys.exit("the service does not serve")


warm(lambda: urllib.request.urlopen(KEPT, timeout=20).read())
found = warm(lambda: ask("{ questions(first: 50) { edges { node { id } } } }"))
questions = [edge["node"]["id"] for edge in found["questions"]["edges"]]
users = {token: {} for token in open(tokens).read().split()}
threads = [threading.Thread(target=save, args=user) for user in users.items()] + [threading.Thread(target=read)]
acknowledged_at = time.monotonic()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for token, saved in users.items():
    for question, version in saved.items():
        found = ask("query ($id: ID!) { question(id: $id) { myAnswer { version } } }", {"id": question}, token)
        if not found or found["question"]["myAnswer"]["version"] < version:
            wrong.append(f"acknowledged was {version}, and there is {found}")
print(", ".join(f"{count} times {what}" for what, count in counts.items()) + f", {len(wrong)} times wrong")
for line in wrong[:10]:
    print(line)
sys.exit(1 if wrong or not counts["refused"] else 0)
