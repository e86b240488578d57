"""A partner's receiver of webhooks, which answers half of them with 500: webhooks.py receive PORT ENDPOINT LOG. Prints the name of the
key that secrets are derived from: webhooks.py key. Compares what was received with the events: webhooks.py check LOG EVENTS."""
import base64, hashlib, hmac, http.server, json, os, random, sys, uuid

KEY = base64.b64decode(os.environ["PREPGRAPH_WEBHOOKS_KEYS"])


def mac(key, content):
    return hmac.new(key, content, hashlib.sha256).digest()


def receive(port, endpoint, log):
    secret = mac(mac(b"prepgraph webhook secret", KEY), uuid.UUID(endpoint).bytes + (1).to_bytes(4, "big") + b"\1")

    class Receiver(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            event = json.loads(body)
            signed = f"{self.headers['webhook-id']}.{self.headers['webhook-timestamp']}.".encode() + body
            valid = self.headers["webhook-signature"] == "v1," + base64.b64encode(mac(secret, signed)).decode()
            confirmed = random.random() < 0.5
            line = [self.headers["webhook-id"], event["data"]["id"], event["data"]["revision"], valid, confirmed]
            os.write(file, (json.dumps(line) + "\n").encode())
            self.send_response(200 if confirmed else 500)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *args):
            pass

    file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), Receiver).serve_forever()


def check(log, events):
    received = [json.loads(line) for line in open(log)]
    expected = set(open(events).read().split())
    confirmed = {event for event, _, _, _, ok in received if ok}
    newest, disorder = {}, 0
    for _, subject, revision, _, _ in received:
        disorder += revision < newest.get(subject, 0)
        newest[subject] = max(revision, newest.get(subject, 0))
    invalid = sum(not valid for _, _, _, valid, _ in received)
    print(f"{len(expected)} events, {len(received)} requests: {len(expected - confirmed)} missing, {disorder} out of order, {invalid} not signed")
    sys.exit(1 if len(expected) < int(os.environ["PUBLICATIONS"]) or expected - confirmed or confirmed - expected or disorder or invalid else 0)


{"receive": receive, "check": check, "key": lambda: print(hashlib.sha256(KEY).hexdigest()[:16])}[sys.argv[1]](*sys.argv[2:])
