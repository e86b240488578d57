"""The page and the service of a partner, which ask replicas all the time: revocation.py LOG TOKEN PORT... Writes the time in ms, the client
and the status whenever that changes."""
import http.client, json, sys, threading, time

log, token, *ports = sys.argv[1:]
file = open(log, "a", buffering=1)
CLIENTS = {
    "page": {"Origin": "https://north-jobs.example", "Prepgraph-Partner": "north-jobs"},
    "service": {"Authorization": "Bearer " + token},
}
BODY = json.dumps({"query": '{ roleGuide(slug: "backend-developer-intern") { title } }'})


def ask(port, client):
    status = None
    while True:
        before = status
        connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=10)
        connection.request("POST", "/graphql", BODY, {"Content-Type": "application/json", **CLIENTS[client]})
        status = connection.getresponse().status
        connection.close()
        if status != before:
            file.write(f"{time.time() * 1000:.0f} {client}-{port} {status}\n")
        time.sleep(0.02)


for port in ports:
    for client in CLIENTS:
        threading.Thread(target=ask, args=(port, client)).start()
