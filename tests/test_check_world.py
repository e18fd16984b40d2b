"""A small valid folder of records, which the tests of the checker break one thing at a time."""

from __future__ import annotations

import shutil
from pathlib import Path

from membership_data import check, records
from membership_data.descriptor import NAME

# A small world: ABW and BRB sign and are bound, CUB signs late and does not renew, DMA only observes.
TABLES = {
    "sources": """\
id,title,publisher,url,published,note
R01,A treaty,An office,https://example.org,1990,
R02,A paper,A printer,,,
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
id,question,reading,reason,topic
q1,How many?,A hundred.,A paper says so.,o1
""",
    "claims": """\
id,question_id,claim,value_low,value_high,said_on,best,source_ids,grade
k1,q1,A hundred.,100,100,1994-03-01,true,R01,A
k2,q1,Two hundred.,200,200,1994,false,R02,C
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


def test_the_small_world_has_no_problem(tmp_path):
    assert problems(write(tmp_path)) == []
