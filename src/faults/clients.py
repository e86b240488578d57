"""Clients of two replicas: clients.py URL TOKENS STOP. Each user saves and reads back over other connections, others search;
all of it until the file STOP is there. Ends with 1 when anything but the right answer came."""
import json, os, sys, threading, urllib.error, urllib.request

url, tokens, stop = sys.argv[1:]
wrong, counts = [], {"saved and read back": 0, "searched": 0}


def ask(query, variables, token=None):
    headers = {"Content-Type": "application/json", "Accept": "application/graphql-response+json"}
    if token:
        headers["Authorization"] = "Bearer " + token
    body = json.dumps({"query": query, "variables": variables}).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=20) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as e:
        raise ValueError(e.code, e.read().decode())
    if "errors" in answer:
        raise ValueError(answer["errors"])
    return answer["data"]


def until_stopped(what, step):
    number = 0
    while not os.path.exists(stop):
        try:
            step(number)
            counts[what] += 1
        except Exception as e:
            wrong.append(f"{what}, {number}: {e!r}")
        number += 1


def saver(token):
    def step(number):
        saved = ask("mutation ($i: SaveAnswerInput!) { saveAnswer(input: $i) { savedAnswer { version } userErrors { code } } }",
                    {"i": {"questionId": question, "body": f"Text {number}", "expectedVersion": number}}, token)
        read = ask("query ($id: ID!) { question(id: $id) { myAnswer { body version } } }", {"id": question}, token)
        expected = {"body": f"Text {number}", "version": number + 1}
        if read["question"]["myAnswer"] != expected:
            raise ValueError(f"{saved} was saved, and {read} read")
    return step


def search(name):
    def step(number):
        if not ask("query ($t: String!) { search(text: $t) { totalCount } }", {"t": f"database {name} {number}"})["search"]["totalCount"]:
            raise ValueError("nothing was found")
    return step


question = ask("{ questions(first: 1) { edges { node { id } } } }", {})["questions"]["edges"][0]["node"]["id"]
threads = [threading.Thread(target=until_stopped, args=("saved and read back", saver(token))) for token in open(tokens).read().split()]
threads += [threading.Thread(target=until_stopped, args=("searched", search(name))) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(", ".join(f"{count} times {what}" for what, count in counts.items()) + f", {len(wrong)} times wrong")
for line in wrong[:10]:
    print(line)
sys.exit(1 if wrong else 0)
