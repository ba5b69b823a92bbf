"""A broker and issuer of visas on the loopback, which signs by ES256. For tests alone: its arithmetic takes its time."""
import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

P = 2**256 - 2**224 + 2**192 + 2**96 - 1
ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
BASE = (0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,
        0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5)


def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def multiply(k, point):
    out = None
    while k:
        if k & 1:
            out = add(out, point)
        point, k = add(point, point), k >> 1
    return out


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Key:
    def __init__(self, kid):
        self.kid, self.secret = kid, secrets.randbelow(ORDER - 1) + 1
        self.public = multiply(self.secret, BASE)

    def jwk(self):
        x, y = (base64url(n.to_bytes(32, "big")) for n in self.public)
        return {"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.kid, "x": x, "y": y}

    def token(self, claims, **header):
        head = {"typ": "JWT", "alg": "ES256", "kid": self.kid, **header}
        data = ".".join(base64url(json.dumps(part).encode()) for part in (head, claims))
        z, k = int.from_bytes(hashlib.sha256(data.encode()).digest(), "big"), secrets.randbelow(ORDER - 1) + 1
        r = multiply(k, BASE)[0] % ORDER
        s = pow(k, -1, ORDER) * (z + r * self.secret) % ORDER
        return data + "." + base64url(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


class Issuer:
    VALUE = "https://doi.org/10.1038/s41431-018-0219-y"
    SOURCE, COMMITTEE, GRANT = "https://university.example", "https://dac.example", "https://data.example/east"

    def __init__(self):
        self.key, self.visa_key, self.fetched, self.passports = Key("broker-1"), Key("visas-1"), [], {}
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                outer.fetched.append(self.path)
                token = (self.headers.get("Authorization") or "").partition(" ")[2]
                body = {"/jwks": {"keys": [outer.key.jwk()]}, "/visas/jwks": {"keys": [outer.visa_key.jwk()]}}.get(self.path)
                if self.path == "/userinfo" and token in outer.passports:
                    body = {"sub": "me", "ga4gh_passport_v1": outer.passports[token]}
                data = json.dumps(body or {}).encode()
                self.send_response(200 if body else 401 if self.path == "/userinfo" else 404)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def tokens(self):
        """The part of the configuration that is about tokens."""
        return f"""
[[issuer]]
iss = "{self.url}"
jwks = "{self.url}jwks"
userinfo = "{self.url}userinfo"
audience = "muster-test"
issues = ["tokens"]
"""

    def configuration(self, dataset):
        return self.tokens() + f"""
[[issuer]]
iss = "{self.url}visas/"
jwks = "{self.url}visas/jwks"
issues = ["visas"]
sources = ["{self.SOURCE}", "{self.COMMITTEE}"]
[[dataset]]
id = "{dataset}"
grant = "{self.GRANT}"
source = "{self.COMMITTEE}"
"""

    def visa(self, kind, value, source, by):
        now = int(time.time())
        return self.visa_key.token({"iss": self.url + "visas/", "sub": "me", "iat": now, "exp": now + 600,
                                    "ga4gh_visa_v1": {"type": kind, "value": value, "source": source, "by": by,
                                                      "asserted": now}})

    def both(self):
        return [self.visa("ResearcherStatus", self.VALUE, self.SOURCE, "so"),
                self.visa("AcceptedTermsAndPolicies", self.VALUE, self.SOURCE, "self")]

    def grant(self):
        return [self.visa("ControlledAccessGrants", self.GRANT, self.COMMITTEE, "dac")]

    def claims(self, **more):
        now = int(time.time())
        return {"iss": self.url, "sub": "me", "aud": ["muster-test"], "iat": now, "exp": now + 600, **more}

    def passport(self, visas, **more):
        return self.key.token(self.claims(ga4gh_passport_v1=visas, **more), typ="vnd.ga4gh.passport+jwt")

    def access_token(self, visas):
        token = self.key.token(self.claims(scope="openid ga4gh_passport_v1"))
        self.passports[token] = visas
        return token
