package org.ccgledger.standalone.england;

/// The published sources behind the played history, as they are cited.
final class Sources {

    static final String FINAL_WAVE = "Public Finance, final wave of authorisation, 15 March 2013";
    static final String BOARD_WAVES =
            "NHS Commissioning Board, CCG authorisation waves agreed, 23 May 2012";
    static final String BOARD_GUIDANCE =
            "NHS Commissioning Board, further guidance for CCGs, June 2012";
    static final String BOARD_WAVE_4_APPLICATIONS =
            "NHS Commissioning Board, wave 4 applications received, November 2012";
    static final String BOARD_WAVE_1 =
            "NHS Commissioning Board, authorisation wave 1 announcement, 10 December 2012";
    static final String BOARD_WAVE_2 =
            "NHS Commissioning Board, authorisation wave 2 announcement, 22 January 2013";
    static final String BOARD_WAVE_3 =
            "NHS Commissioning Board, authorisation wave 3 announcement, February 2013";
    static final String GPONLINE_DEFERRALS = "GPonline, CCG authorisation deferrals, 2012";
    static final String FIRST_APPLICANTS = "medwireNews, first wave applicants, 2 May 2012";
    static final String LEXOLOGY_WAVE_1 = "Lexology, first wave of CCG authorisation";
    static final String HSJ_WAVE_1 = "HSJ 5052773, first wave of CCG authorisation, 2012";
    static final String HSJ_WAVE_2 = "HSJ 5055128, second wave of CCG authorisation, 2013";
    static final String HSJ_AIREDALE = "HSJ 5054046, second wave of CCG authorisation, 2013";
    static final String BMJ_WAVE_2 = "BMJ Careers 20010623, 26 January 2013";
    static final String LEADER_WAVE_3 =
            "Healthcare Leader, 'Six without conditions in third wave', 2013";
    static final String LEADER_WAVE_4 = "Healthcare Leader, 'Final wave', 18 March 2013";
    static final String BMJ_WAVE_4 = "BMJ 2013;346:f1916";
    static final String LEADER_MARCH_REVIEW = "Healthcare Leader, CCG conditions update, 2013";
    static final String LEADER_JULY_REVIEW = "Healthcare Leader, 'More than 45 CCGs', 2013";
    static final String HSJ_JULY_REVIEW = "HSJ 5060613, July 2013";
    static final String HSJ_JULY_DIRECTIONS = "HSJ 5061704, 2013";
    static final String LEADER_AUTUMN_REVIEW =
            "Healthcare Leader, legal directions remain for seven CCGs, 2013";
    static final String NORTH_SOMERSET_LETTER =
            "NHS England, letter to NHS North Somerset CCG, 4 February 2014";
    static final String HSJ_MAY_2014 = "HSJ 5071562, May 2014";

    static final String BBC_DIVISION = "BBC, vote on joint committees of CCGs, 9 September 2014";
    static final String ORDER_2014 =
            "SI 2014/2436, Legislative Reform (Clinical Commissioning Groups) Order 2014";
    static final String CO_COMMISSIONING_ROUND =
            "NHS England, invitation to co-commission, 1 May 2014, and HSJ 5081424";
    static final String EXPRESSIONS =
            "Report on interest in co-commissioning of primary care, 8 July 2014";
    static final String SOUTH_WEST_LONDON_EXPRESSION =
            "Wandsworth CCG, paper on co-commissioning in South West London, 2014";
    static final String SOUTH_WEST_LONDON_COMMITTEE =
            "South West London primary care joint committee, terms of reference";

    static final String FIRST_MERGER = "Healthcare Leader, Newcastle Gateshead, 1 August 2014";
    static final String REFUSED_MERGER = "HSJ 7026156, merger of two groups refused";
    static final String GROUPS_BY_YEAR =
            "Royal College of Psychiatrists, Mental Health Watch, terminology; and T. Jemmett, The"
                    + " Strategy Unit, mergers of CCGs, 2 June 2021";
    static final String SUCCESSORS =
            "T. Jemmett, The Strategy Unit, mergers of CCGs, 2 June 2021, and the public mapping of"
                    + " ICB codes";
    static final String ONS_2012 =
            "Office for National Statistics, codes of primary care organisations, 2012 (github"
                    + " ebmdatalab/openprescribing, data/org_codes)";
    static final String HSJ_DRAFT_CRITERIA = "HSJ 5043188, draft criteria of authorisation, 2012";
    static final String PHARMATIMES_CRITERIA = "PharmaTimes 1004301, authorisation of CCGs";
    static final String LANSLEY_2011 =
            "Secretary of State, speech to the National Association of Primary Care, 2 November"
                    + " 2011";
    static final String RUNNING_COSTS_2012 =
            "NHS Commissioning Board, CCG running costs allowances 2013/14, November 2012"
                    + " (england.nhs.uk/2012/11/ccg-rca)";
    static final String RUNNING_COSTS_2014 =
            "NHS England, CCG running costs allowances 2014/15 and 2015/16, February 2014"
                    + " (england.nhs.uk/2014/02/costs-allowances)";
    static final String RUNNING_COSTS_2014_REPLY =
            "NHS England, reply to a comment on the running costs allowances, 2014"
                    + " (england.nhs.uk/2014/02/costs-allowances)";
    static final String HSJ_SURVEY = "HSJ 5081424, survey on co-commissioning, 2015";
    static final String HSJ_APPROVALS = "HSJ 5082478, delegation for 2015/16, February 2015";
    static final String HSJ_DELEGATION_2016 = "HSJ 7003641, delegation for 2016/17";
    static final String BOARD_DELEGATION_2015 =
            "NHS England, more CCGs to commission GP services, December 2015"
                    + " (england.nhs.uk/2015/12/commissioning-gp-serv)";

    static final String LANSLEY_2012 =
            "Secretary of State, letter to GPs before the Downing Street summit on the NHS, early"
                    + " 2012";
    static final String RUNNING_COSTS_EXTREMES =
            "Pharmafield, running costs allowances of CCGs: £21.75m and £2.20m";
    static final String LIST_SIZES =
            "HSCIC, Quality and Outcomes Framework 2013/14, registered list sizes";
    static final String HUNT_2013 =
            "BMJ 2013;346:f1916 and f2606, severance agreements, March 2013";

    private Sources() {}
}
