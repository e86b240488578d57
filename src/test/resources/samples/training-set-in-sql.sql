CREATE TABLE member (
  id int PRIMARY KEY,
  joined_on date NOT NULL,
  canceled_on date
);

CREATE TABLE visit (
  member_id int NOT NULL REFERENCES member,
  day date NOT NULL
);

INSERT INTO member
VALUES (1, '2025-06-01', NULL), (2, '2025-09-15', '2026-03-10'),
       (3, '2025-11-01', '2026-02-20'), (4, '2026-03-05', NULL);

INSERT INTO visit
VALUES (1, '2026-01-20'), (1, '2026-02-25'), (1, '2026-03-02'), (2, '2025-12-01');
