"""Costly operations: costly.py URL TOKENS prepare makes what users have, costly.py URL TOKENS attack asks for as much as it can.
Ends with 1 where a response was neither data nor a typed error, or an honest client was not served."""
import collections, datetime, json, sys, threading, time, urllib.error, urllib.request

url, tokens, task = sys.argv[1:]
tokens = open(tokens).read().split()
GUIDE = open("src/bench/guide.graphql").read()
WORKERS, SECONDS = 24, 60


def ask(query, variables=None, token=None):
    """The status and the body of the response."""
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = "Bearer " + token
    body = json.dumps({"query": query, "variables": variables or {}}).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(url + "/graphql", body, headers), timeout=30) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as e:
        return e.code, json.load(e)


def data(query, variables=None, token=None):
    status, body = ask(query, variables, token)
    if "errors" in body or "userErrors" in str(body.get("data")) and '"userErrors": []' not in json.dumps(body):
        raise SystemExit(body)
    return body["data"]


def aliased(field, times=30):
    return " ".join(f"a{i}: {field}" for i in range(times))


def prepare():
    guide = data("{ roleGuide(slug: \"backend-developer-intern\") { id questions(first: 1) { edges { node { id } } } } }")["roleGuide"]
    question = guide["questions"]["edges"][0]["node"]["id"]
    day = (datetime.date.today() + datetime.timedelta(days=20)).isoformat()
    for token in tokens:
        for _ in range(10):
            data("mutation ($i: CreatePrepPlanInput!) { createPrepPlan(input: $i) { userErrors { code } } }",
                 {"i": {"guideId": guide["id"], "interviewOn": day, "dailyMinutes": 60, "timeZone": "UTC"}}, token)
        for _ in range(20):
            interview = data("mutation ($i: TrackInterviewInput!) { trackInterview(input: $i) { interview { id } userErrors { code } } }",
                             {"i": {"company": "A", "position": "B", "notes": "n" * 20_000}}, token)["trackInterview"]["interview"]["id"]
            data("mutation ($i: SaveInterviewDebriefInput!) { saveInterviewDebrief(input: $i) { userErrors { code } } }",
                 {"i": {"interviewId": interview, "expectedVersion": 1, "notes": "n" * 20_000, "gaps": [],
                        "askedQuestions": [{"text": "t" * 1_000, "notes": "n" * 1_200, "rating": 1}] * 100}}, token)
        data("mutation ($i: SaveAnswerInput!) { saveAnswer(input: $i) { userErrors { code } } }",
             {"i": {"questionId": question, "expectedVersion": 0,
                    "star": {part: "\u0001" * 10_000 for part in ("situation", "task", "action", "result")}}}, token)


DEEP = "query ($n: Int = 1) { " + aliased("roleGuides(first: $n) { edges { node { questions(first: $n) { edges { node { guides { questions(first: $n) { edges { node { howToAnswer answers { body } } } } } } } } } } }") + " }"
WIDE = "query ($n: Int = 1) { " + aliased("roleGuides(first: $n) { edges { node { overview questions(first: $n) { edges { node { howToAnswer answers { body } criteria { name levels { descriptor } } } } } } } }") + " }"
ATTACKS = {
    "deep": (DEEP, {"n": None}, False),
    "wide": (WIDE, {"n": None}, False),
    "errors": ("{ roleGuides(first: 100) { edges { node { " + aliased("questions(first: 101) { totalCount }") + " } } } }", {}, False),
    "days": ("{ viewer { prepPlans(first: 1) { edges { node { " + aliased("days { date items { id title } }") + " } } } } }", {}, True),
    "few days": ("{ viewer { prepPlans(first: 1) { edges { node { " + aliased("days { items { id } }", 8) + " } } } } }", {}, True),
    "plans": ("{ viewer { " + aliased("prepPlans(first: 50) { totalCount edges { node { guide { title } } } }", 10) + " } }", {}, True),
    "debriefs": ("{ viewer { " + aliased("interviews { edges { node { notes debrief { notes askedQuestions { text notes } } } } }", 10) + " } }", {}, True),
    "answers": ("{ viewer { " + aliased("savedAnswers(first: 90) { edges { node { star { situation task action result } } } }") + " } }", {}, True),
    "names": ("{ questions(first: 100) { edges { " + " ".join(f"{'x' * 400}{i}: cursor" for i in range(30)) + " } } }", {}, False),
}
outcomes, slowest, late, wrong = collections.Counter(), collections.Counter(), [], []


def attack(number, until):
    names = list(ATTACKS)
    while time.time() < until:
        name = names[number % len(names)]
        query, variables, private = ATTACKS[name]
        begun = time.time()
        try:
            status, body = ask(query + f" # {number}", variables, tokens[number % len(tokens)] if private else None)
            codes = {error["extensions"]["code"] for error in body.get("errors", [])}
            if codes & {"TOO_COMPLEX"} and "data" in body:
                wrong.append((name, "partial data"))
            if "INTERNAL" in codes:
                wrong.append((name, body["errors"][0]))
            outcomes[name, status, ",".join(sorted(codes)) or "data"] += 1
        except Exception as e:
            wrong.append((name, repr(e)))
        slowest[name] = max(slowest[name], time.time() - begun)
        number += WORKERS


def honest(until):
    """The guide query, executed each time, and nothing else."""
    number = 0
    while time.time() < until:
        begun = time.time()
        try:
            status, body = ask(GUIDE + f" # honest {number}")
            if status == 503:
                outcomes["honest", 503, "UNAVAILABLE"] += 1
            elif "errors" in body:
                wrong.append(("honest", body["errors"][0]))
            else:
                outcomes["honest", status, "data"] += 1
        except Exception as e:
            wrong.append(("honest", repr(e)))
        late.append(time.time() - begun)
        number += 1


if task == "prepare":
    prepare()
else:
    until = time.time() + SECONDS
    threads = [threading.Thread(target=attack, args=(n, until)) for n in range(WORKERS)]
    threads.append(threading.Thread(target=honest, args=(until,)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for (name, status, outcome), count in sorted(outcomes.items()):
        print(f"{name}: {status} {outcome} {count} times, slowest {slowest[name]:.1f} s")
    late.sort()
    print(f"honest: {len(late)} requests, median {late[len(late) // 2]:.2f} s, slowest {late[-1]:.2f} s; {len(wrong)} wrong")
    for one in wrong[:10]:
        print(one)
    if ask("{ catalogue { revision } }")[0] != 200 or wrong:
        sys.exit(1)
