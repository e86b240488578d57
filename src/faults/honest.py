"""An honest client amid attackers: honest.py PORT TOKENS SECONDS. Sends a guide query and a saveAnswer every 50 ms, each over its
own connection; prints the share that was answered, and how fast. Ends with 1 when a query, or 1 % of the saves, was not answered."""
import http.client, json, sys, threading, time

port, tokens, seconds = int(sys.argv[1]), sys.argv[2], float(sys.argv[3])
TOKEN = open(tokens).read().split()[0]
GUIDE = open("src/bench/guide.graphql").read()
SAVE = "mutation ($i: SaveAnswerInput!) { saveAnswer(input: $i) { savedAnswer { version } userErrors { code } } }"
MINE = "query ($id: ID!) { question(id: $id) { myAnswer { version } } }"
failures = {}


class Client:
    def __init__(self, token=None):
        self.headers = {"Content-Type": "application/json", "Accept": "application/graphql-response+json"}
        if token:
            self.headers["Authorization"] = "Bearer " + token
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10, source_address=("127.0.0.2", 0))

    def ask(self, query, variables=None):
        self.connection.request("POST", "/graphql", json.dumps({"query": query, "variables": variables}), self.headers)
        response = self.connection.getresponse()
        answer = json.load(response)
        if response.status != 200 or "errors" in answer:
            raise ValueError(response.status, answer["errors"][0]["message"])
        return answer["data"]

    def repeat(self, what, step):
        """Runs a step every 50 ms, or as often as it can; keeps how long each took, or None."""
        took = times[what] = []
        while time.monotonic() < end:
            begun = time.monotonic()
            try:
                step(len(took))
                took.append(time.monotonic() - begun)
            except (OSError, ValueError, http.client.HTTPException) as e:
                self.connection.close()  # the next request opens it again
                took.append(None)
                failures[f"{what}: {e!r}"] = failures.get(f"{what}: {e!r}", 0) + 1
            time.sleep(max(0, begun + 0.05 - time.monotonic()))


def query(number):
    # Every other one is executed, for its comment makes it another one.
    data = reader.ask(GUIDE + (f"# {end} {number}" if number % 2 else ""))
    if not data["roleGuide"]["questions"]["totalCount"]:
        raise ValueError("nothing was found")


def save(number):
    global version
    data = writer.ask(SAVE, {"i": {"questionId": question, "body": f"Text {end} {number}", "expectedVersion": version}})["saveAnswer"]
    if data["userErrors"] and data["userErrors"][0]["code"] == "CONFLICT":
        version += 1  # the save before was written, though it was not acknowledged
    else:
        version = data["savedAnswer"]["version"]


times, reader, writer = {}, Client(), Client(TOKEN)
question = reader.ask("{ questions(first: 1) { edges { node { id } } } }")["questions"]["edges"][0]["node"]["id"]
mine = writer.ask(MINE, {"id": question})["question"]["myAnswer"]
version = mine["version"] if mine else 0
end = time.monotonic() + seconds
threads = [threading.Thread(target=reader.repeat, args=("queries", query)), threading.Thread(target=writer.repeat, args=("saves", save))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
lost = {}
for what, took in times.items():
    answered = sorted(time for time in took if time is not None)
    lost[what] = 1 - len(answered) / len(took)
    slow = f"99 % within {answered[len(answered) * 99 // 100] * 1000:.0f} ms" if answered else "never"
    print(f"honest {what}: {len(answered)} of {len(took)} answered, {slow}")
for failure, count in sorted(failures.items(), key=lambda item: -item[1])[:5]:
    print(f"  {count} times {failure}")
sys.exit(1 if lost["queries"] > 0 or lost["saves"] > 0.01 else 0)
