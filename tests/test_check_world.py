"""A small valid folder of records, which the tests of the checker break one thing at a time."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from membership_data import check, records
from membership_data.descriptor import NAME

# A small world: ABW and BRB sign and are bound, CUB signs late and does not renew, DMA only observes.
TABLES = {
    "sources": """\
id,title,publisher,url,published,note,paragraphs
R01,A treaty,An office,https://example.org,1990,,
R02,A paper,A printer,,,,3
""",
    "statuses": """\
id,order,label,short_label,definition,counted,may_follow
signatory,1,Signatory,Signatory,Has signed.,true,none
member,2,Member,Member,Is bound.,true,none signatory
frozen,3,Frozen,Frozen,Takes no part.,true,member
former,4,Former,Former,Did not renew.,false,member
observer,5,Observer,Observer,Looks on.,false,none
none,6,None,None,Has no status.,false,observer
""",
    "stages": """\
id,starts,label,member_label,members_label,headline,line,definition,source_ids
treaty,1990-01-01,Treaty,Party,parties,A treaty,Treaty,A treaty binds.,R01
""",
    "event_types": """\
id,label,glyph,line_one,line_many,headline_one,headline_many
signed,Signs,+,{states},{count},{states},{states}
bound,Is bound,+,{states},{count},{states},{states}
lapsed,Does not renew,−,{states},{count},{states},{states}
watched,Observes,o,{states},{count},{states},{states}
""",
    "membership_events": """\
id,iso_a3,date,event,status_after,text,source_ids,grade,note
e1,ABW,1990-01-01,signed,signatory,It signed.,R01 R02,A,
e2,ABW,1991-01-01,bound,member,It was bound.,R01,A,
e3,BRB,1991,bound,member,It was bound.,R01,A,
e4,CUB,1991-05-01,bound,member,It was bound.,R01,A,
e5,CUB,1995-05-01,lapsed,former,It did not renew.,R01,A,
e6,DMA,1993-06,watched,observer,It observed.,R02,B,
e7,DMA,1994-07-01,lapsed,none,It observed no more.,R02,B,
""",
    "security_areas": """\
id,order,label,short_label,definition,source_ids,grade
north,1,North,North,The north.,R01,A
""",
    "area_memberships": """\
id,area_id,iso_a3,starts,ends,part,basis,note,source_ids,grade
a1,north,ABW,1991-01-01,1993-01-01,,stated,,R01,A
a2,north,ABW,1993-01-01,,,stated,,R01,A
a3,north,CUB,1991-05-01,1995-05-01,,inferred,,R01,C
""",
    "operations": """\
id,name,short_name,host_iso_a3,starts,ends,basis,mandate,commander,headline,line,text,source_ids,grade
o1,Operation,Op,BRB,1994-03-01,1994-03-09,A vote,To guard,Someone,Troops came,operation,It came.,R01,A
""",
    "operation_days": """\
id,operation_id,date,text,attributed_to,source_ids,grade
d1,o1,1994-03-01,It began.,,R01,A
""",
    "deployments": """\
id,operation_id,iso_a3,strength_low,strength_high,disclosed,unit,departs,arrives,leaves,origin_place_id,\
origin_assumed,destination_place_id,guarded,text,source_ids,grade
c1,o1,ABW,100,120,true,,1994-03-01,1994-03-02,1994-03-09,p1,false,p2,A bridge,It sent a hundred.,R01,A
c2,o1,CUB,,,false,,,,,p1,true,p2,,It sent some.,R01,A
""",
    "deployment_figures": """\
id,deployment_id,low,high,kind,text,said_on,source_ids,grade
f1,c1,100,120,stated,A hundred or more.,1994-03-01,R01,A
""",
    "operation_sites": """\
id,operation_id,place_id,role,guarded_by,text,source_ids,grade
s1,o1,p2,guarded,ABW CUB,A bridge.,R01,A
""",
    "places": """\
id,name,kind,iso_a3,lat,lon,radius_km,provenance,note
p1,Here,city,ABW,12.5,-70,5,estimate,
p2,There,site,BRB,13.1,-59.6,5,estimate,
""",
    "questions": """\
id,question,reading,reason,topic,records
q1,How many?,A hundred.,A paper says so.,o1,deployments.c1 deployment_figures.f1
""",
    "claims": """\
id,question_id,claim,value_low,value_high,said_on,best,source_ids,grade
k1,q1,A hundred.,100,100,1994-03-01,true,R01,A
k2,q1,Two hundred.,200,200,1994,false,R02,C
""",
    "milestones": """\
id,date,title,kind,planned,place_id,text,source_ids,grade,note
m1,1990-01-01,Treaty,treaty,false,p1,It was signed.,R01,A,
m2,1992,Meeting,plan,true,,A meeting was planned.,R01,B,
m3,2999,Jubilee,plan,true,,A jubilee is planned.,R01,B,
""",
    "positions": """\
id,event_id,said_by,said_on,text,source_ids,grade
t1,e5,Its minister,1995-05,It did not renew.,R02,A
""",
    "office_holders": """\
id,office,holder,iso_a3,starts,ends,acting,text,source_ids,grade
h1,chair,,ABW,1991-01-01,1993-01-01,false,ABW was in the chair.,R01,A
h2,chair,,CUB,1993-01-01,,false,CUB was in the chair.,R01,A
h3,chair,,BRB,1996,,false,BRB is in the chair.,R01,A
h4,secretary_general,Ann,ABW,1991-01-01,1994-01-01,false,Ann was secretary.,R01,A
h5,secretary_general,Bob,BRB,1994-01-01,1994-06-01,true,Bob acted.,R01,A
""",
    "forces": """\
id,order,name,abbreviation,russian_abbreviation,kind,area_id,founded,founding,tasks,composition,source_ids,grade,note
guard,1,Guard,G,,coalition,,1991-02-01,It was agreed.,To guard.,Guards.,R01,A,
group,2,Group,,,regional,north,,No act was found.,To guard the north.,Guards.,R01,B,
""",
    "force_strengths": """\
id,force_id,low,high,as_of,text,source_ids,grade
fs1,guard,1000,1500,1992,A thousand or more.,R02,B
""",
    "force_contributors": """\
id,force_id,iso_a3,starts,ends,basis,persons,exception,text,source_ids,grade
fc1,guard,ABW,1992-01-01,1993-01-01,stated,100,,ABW sent a hundred.,R01,A
fc2,guard,ABW,1993-01-01,,inferred,,,ABW follows from membership.,R01,C
fc3,guard,DMA,1993-07,1994-01,stated,,It was invited.,DMA sent some.,R01,A
fc4,group,ABW,1992-01-01,,stated,,,ABW sent some.,R01,A
""",
    "units": """\
id,name,iso_a3,force_id,place_id,starts,ends,text,source_ids,grade,note
u1,First Guards,ABW,guard,p1,1992,1994,They were named.,R01,A,
""",
    "bases": """\
id,name,holder_iso_a3,host_iso_a3,kind,place_id,starts,ends,agreed_to,low,high,label,text,source_ids,grade,note
b1,Base,ABW,BRB,base,p2,1992,1995-01,2999,10,20,Of ABW,It was there.,R01,A,
""",
    "other_deployments": """\
id,name,contributors,host,host_iso_a3,place_id,starts,ends,low,high,mandate,text,source_ids,grade
od1,Watch,ABW CUB,There,BRB,p2,1992-01,1992-06,10,20,Their own.,They watched.,R01,A
""",
    "air_defence_agreements": """\
id,name,parties,scope,area_id,signed,in_force,text,source_ids,grade
ad1,Shield,ABW CUB,bilateral,north,1992-01-01,1992-06,It was signed.,R01,A
""",
    "crises": """\
id,title,states,starts,ends,asked,asked_on,ground,asked_of,event,request,answer,outcome,place_id,source_ids,grade,note
cr1,Unrest,BRB,1994-02-20,1994-03-09,council,1994-02-27,,The members,It rose.,Help.,Yes.,They came.,p2,R01,A,
cr2,Storm,ABW,1995,,none,,,,It blew.,Nobody asked.,None.,None.,,R02,B,
""",
    "exercise_series": """\
id,order,name,russian_name,force_id,text,source_ids
sr1,1,Drill,,guard,It returns.,R01
""",
    "exercises": """\
id,name,series_id,starts,ends,hosts,place_ids,participants,absent,low,high,outcome,organisation,text,source_ids,grade,note
x1,Drill 1992,sr1,1992-05-01,1992-05-09,ABW,p1,ABW CUB,DMA BRB,100,200,held,true,It was held.,R01,A,
x2,Drill 2999,sr1,2999-05,2999,ABW,,,,,,announced,true,It is announced.,R01,B,
""",
    "bodies": """\
id,order,name,answers_to,made_of,text,source_ids,grade
council,1,Council,,Heads of state.,It decides.,R01,A
office,2,Office,council,Clerks.,It carries out.,R01,A
desk,3,Desk,office,A clerk.,It files.,R01,A
assembly,4,Assembly,,Members of parliaments.,It debates.,R01,A
""",
    "legal_articles": """\
id,order,instrument,article,subject,text,source_ids,grade,note
la1,1,Treaty,1,Peace,They keep it.,R01,A,
""",
    "budget_shares": """\
id,iso_a3,percent,as_of,text,source_ids,grade
bs1,ABW,50,1992,ABW pays half.,R01,A
""",
    "relations": """\
id,organisation,date,attributed_to,text,source_ids,grade
rl1,Another body,1993,,They met.,R01,A
""",
    "theses": """\
id,author,said_on,about,text,source_ids
th1,A scholar,1996,The treaty,It holds.,R02
""",
    "coverage": """\
id,source_id,paragraph,opening,records,left_out
cv1,R02,1,A paper,,The title.
cv2,R02,2,It signed,membership_events.e1 bodies.council,
cv3,R02,3,It rained,milestones.m1,The weather.
""",
    "glossary": """\
id,term,english,russian,meaning,source_ids
gl1,G,Guard,,A force.,R01
gl2,GN,Guard of the North,,Another.,R01
""",
    "chapters": """\
id,order,date,title,text,iso_a3,layer,source_ids
ch1,1,1991-01-01,Two are bound,It was so.,ABW,membership,R01
ch2,2,1994-03-01,A force came,It came.,,operation,R01
""",
}


def write(folder: Path) -> Path:
    """Fill `folder` with the shipped descriptor and the small world."""
    shutil.copy(records.FOLDER / NAME, folder)
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="\n")
    return folder


def problems(folder: Path) -> list[str]:
    return [str(problem) for problem in check.inspect(folder).problems]


def replace(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is not once in {file}"
    (folder / file).write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def put(folder: Path, table: str, line: int, **cells: str) -> None:
    """Put values into cells of the row on that line, each by its column."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    row = dict(zip(header, rows[line - 2], strict=True))
    assert cells.keys() <= row.keys()
    rows[line - 2] = [*(row | cells).values()]
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def test_the_small_world_has_no_problem(tmp_path):
    assert problems(write(tmp_path)) == []
