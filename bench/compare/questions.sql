-- The questions of ../queries.tsv in SQL, over the tables of tables.py. compare.py reads this file: `@tables`, `@tune` and `@question`
-- begin a part, and a part that names a database at its end is for that one instead. Statements end with a semicolon at the end of a
-- line. Answers are compared with Muster's, so a table has its columns in Muster's order; bands are given by their first year / 10.

-- @tables sqlite
create table person(id integer primary key, sex text, country text, first_month integer, last_month integer);
create table exact(term integer, person integer, primary key(term, person)) without rowid;
create table closed(term integer, person integer, onset integer, primary key(term, person)) without rowid;
create table excluded(term integer, person integer, primary key(term, person)) without rowid;
create table above(term integer, ancestor integer, primary key(term, ancestor)) without rowid;
create table measurement(assay integer, unit text, value real, person integer);
create table disease(code integer, person integer, primary key(code, person)) without rowid;
create table code(id integer primary key, text text);
create table sample(tissue integer, first_month integer, person integer, country text);
create table run(tumour integer, strategy text, depth real, person integer, country text);

-- @tune sqlite
create index closed_onset on closed(term, onset) where onset is not null;
create index measurement_value on measurement(assay, unit, value, person);
create index person_country on person(country);
create index sample_tissue on sample(tissue, first_month, person);
create index sample_country on sample(country);
create index run_depth on run(tumour, strategy, depth, person);
create index run_country on run(country);
create index disease_person on disease(person, code);
analyze;

-- @tables duckdb
create type country as enum ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK');
create type sex as enum ('female', 'male', 'other', 'unknown');
create type strategy as enum ('WGS', 'WXS', 'RNA-Seq', 'Targeted-Capture');
create table person(id integer, sex sex, country country, first_month smallint, last_month smallint);
create table exact(term integer, person integer);
create table closed(term integer, person integer, onset smallint);
create table excluded(term integer, person integer);
create table above(term integer, ancestor integer);
create table measurement(assay integer, unit varchar, value double, person integer);
create table disease(code integer, person integer);
create table code(id integer, text varchar);
create table sample(tissue integer, first_month smallint, person integer, country country);
create table run(tumour tinyint, strategy strategy, depth double, person integer, country country);

-- @tune duckdb
checkpoint;
analyze;

-- @question everybody
select count(*) from person;

-- @question one term
select count(*) from exact where term = 1250;

-- @question term with descendants
select count(*) from closed where term = 707;

-- @question conjunction of five
select count(*) from person
where sex = 'female' and first_month >= 216 and last_month < 720 and country in ('DE', 'FR', 'NL')
  and id in (select person from closed where term = 707) and id in (select person from closed where term = 1250);

-- @question conjunction of five sqlite
select count(*) from closed a cross join person p on p.id = a.person
where a.term = 1250 and p.sex = 'female' and p.first_month >= 216 and p.last_month < 720 and p.country in ('DE', 'FR', 'NL')
  and exists (select 1 from closed b where b.term = 707 and b.person = a.person);

-- @question not, and excluded
select count(*) from person
where sex = 'male' and id in (select person from closed where term = 1250)
  and id in (select person from excluded where term in (select ancestor from above where term = 1249))
  and id not in (select person from closed where term = 1627);

-- @question not, and excluded sqlite
select count(*)
from (select distinct person from excluded where term in (select ancestor from above where term = 1249)) e
cross join closed a on a.term = 1250 and a.person = e.person cross join person p on p.id = e.person
where p.sex = 'male' and not exists (select 1 from closed b where b.term = 1627 and b.person = e.person);

-- @question two of five
select count(*) from (
  select person from closed where term in (1250, 1627, 1249, 12378, 1744) group by person having count(*) >= 2);

-- @question range of a measurement
select count(distinct person) from measurement
where assay = 391565 and unit = 'UCUM:kg/m2' and value >= 18.5 and value <= 25;

-- @question of one phenotype, its onset
select count(*) from closed where term = 1250 and onset < 60;

-- @question one sample, two conditions
select count(distinct person) from run where tumour = 1 and strategy = 'WGS' and depth >= 30;

-- @question samples of people
select count(*) from sample
where tissue = 178 and first_month >= 216 and person in (select person from closed where term = 1250);

-- @question set difference
select count(*) from closed where term = 707 and person not in (select person from closed where term = 1250);

-- @question set difference sqlite
select count(*) from closed a
where a.term = 707 and not exists (select 1 from closed b where b.term = 1250 and b.person = a.person);

-- @question by country, sex, age
select country, sex,
       case when first_month is null then null when first_month / 120 = last_month / 120 then first_month / 120 else -1 end as band,
       count(*)
from person where id in (select person from closed where term = 707) group by country, sex, band;

-- @question by country, sex, age duckdb
select country, sex,
       case when first_month is null then null when first_month // 120 = last_month // 120 then first_month // 120 else -1 end as band,
       count(*)
from person where id in (select person from closed where term = 707) group by country, sex, band;

-- With those that are as common as the 20th.
-- @question the 20 commonest diseases
select text, n
from (select code, n, rank() over (order by n desc) as place
      from (select code, count(*) as n from disease where person in (select person from closed where term = 707) group by code) d) d
join code on code.id = d.code where place <= 20;

-- @question people and runs by country
select p.country, p.n, s.n, r.n
from (select country, count(*) as n from person group by country) p
join (select country, count(*) as n from sample group by country) s on s.country = p.country
join (select country, count(*) as n from run group by country) r on r.country = p.country;
