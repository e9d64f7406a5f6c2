using Directives.Access;
using Directives.Tests.Chasing;

namespace Directives.Tests.Persons;

/// <summary>All endpoints of the site and what is expected of each. Whoever maps another writes its line here.</summary>
internal static class MatrixTable
{
    private const string Cycle = SmallProvince.CycleId;
    private const string SeatPattern = "/{cycle}/{area}/{part:int}/{seat}";
    private const string OfficeSeat = "/office/cycles" + SeatPattern;

    private static readonly Dictionary<string, string> _substitute = ((string[])["sub", "sub=m112", "sub=m113", "sub=m111"]).ToDictionary(who => who, _ => "303");

    private static readonly string[] _seeAllCases = ["office", "proxy=office", "recorder", "member"];

    // Without a second factor it may be shown; for whoever acts for another nothing is there.
    private static readonly Dictionary<string, string> _confidential = new[] { ("office?", "403"), ("admin2?", "403"), ("auditor?", "403") }
        .Concat(((string[])["sub=m112", "proxy=office", "proxy=admin1", "proxy=desk1", "sub=m113", "sub=m111"]).Select(who => (who, "404"))).ToDictionary(w => w.Item1, w => w.Item2);

    /// <summary>The lines.</summary>
    /// <param name="key">The key of a link of 112's monitor.</param>
    /// <param name="file">Hash of the file in 113's report.</param>
    /// <param name="foreign">Hash of the file in 121's report.</param>
    public static IReadOnlyList<MatrixLine> Of(string key, string file, string foreign) =>
    [
        new("GET /", Deed.Arrive, "/"),
        new("GET /healthz", Deed.Arrive, "/healthz"),
        new("GET /readyz", Deed.Arrive, "/readyz"),
        new("GET /site.css", Deed.Arrive, "/site.css"),
        new("GET /icon.svg", Deed.Arrive, "/icon.svg"),
        new("GET /report.js", Deed.Arrive, "/report.js"),
        new("POST /leave", Deed.Arrive, "/leave"),
        new("GET /l/{key}", Deed.FollowLink, $"/l/{key}", Never: "/l/forged"),
        new("POST /l/{key}", Deed.FollowLink, $"/l/{key}", Never: "/l/forged"),
        // Links to recommendations have tests of their own; here is none to follow.
        new("GET /c/{key}", Deed.FollowLink, "/c/forged", Never: "/c/forged") { Good = [404] },
        new("POST /c/{key}", Deed.FollowLink, "/c/forged", Never: "/c/forged") { Good = [404] },
        new("POST /api/reports/{key}", Deed.FollowLink, $"/api/reports/{key}", Never: "/api/reports/forged") { Good = [400, 415, 422] },
        new("POST /mail/events", Deed.TellOfLetters, "/mail/events") { Good = [404] },

        new("GET /demo", Deed.Demonstrate, "/demo"),
        new("POST /demo/be", Deed.Demonstrate, "/demo/be") { Fields = [("official", "nobody")] },
        new("POST /demo/clock", Deed.Demonstrate, "/demo/clock") { Fields = [("by", "day")] },
        new("GET /demo/outbox", Deed.Demonstrate, "/demo/outbox"),
        new("GET /demo/outbox/{id}", Deed.Demonstrate, "/demo/outbox/head-health.000003", Never: "/demo/outbox/none"),
        new("POST /demo/outbox/{id}/bounce", Deed.Demonstrate, "/demo/outbox/head-health.000003/bounce", Never: "/demo/outbox/none/bounce"),
        new("GET /demo/outbox/{id}/html", Deed.Demonstrate, "/demo/outbox/head-health.000003/html", Never: "/demo/outbox/none/html"),

        new("GET /report", Deed.WriteReport, "/report"),
        new("POST /report", Deed.WriteReport, "/report") { Good = [409] },
        new("POST /report/draft", Deed.WriteReport, "/report/draft") { Good = [409] },
        new("GET /report/files/{hash}", Deed.WriteReport, $"/report/files/{file}", $"/report/files/{foreign}", "/report/files/none") { Link = "113" },
        new("GET /report/versions", Deed.WriteReport, "/report/versions") { Link = "113" },
        new("GET /report/history", Deed.WriteReport, "/report/history") { Link = "113" },
        new("GET /report/extension", Deed.WriteReport, "/report/extension"),
        new("POST /report/extension", Deed.WriteReport, "/report/extension"),
        new("GET /report/assistant", Deed.WriteReport, "/report/assistant"),
        new("POST /report/assistant", Deed.WriteReport, "/report/assistant"),
        new("POST /report/assistant/remove", Deed.WriteReport, "/report/assistant/remove"),
        new("POST /report/ready", Deed.WriteReport, "/report/ready"),

        new("GET /sign-in", Deed.Arrive, "/sign-in"),
        new("POST /sign-in", Deed.Arrive, "/sign-in"),
        new("GET /sign-in/code", Deed.Arrive, "/sign-in/code"),
        new("POST /sign-in/code", Deed.Arrive, "/sign-in/code"),
        new("GET /sign-in/{key}", Deed.FollowLink, "/sign-in/forged") { Good = [404] },
        new("POST /sign-in/{key}", Deed.FollowLink, "/sign-in/forged") { Good = [404] },
        new("GET /sign-in/second", Deed.SeeOwnPage, "/sign-in/second"),
        new("POST /sign-in/second", Deed.SeeOwnPage, "/sign-in/second"),
        new("POST /sign-in/second/enrol", Deed.SeeOwnPage, "/sign-in/second/enrol"),
        new("GET /me/sign-in", Deed.SeeOwnPage, "/me/sign-in"),
        new("POST /me/sign-in/end", Deed.SeeOwnPage, "/me/sign-in/end"),
        new("POST /me/sign-in/end-all", Deed.SeeOwnPage, "/me/sign-in/end-all"),
        new("GET /me/data", Deed.SeeOwnPage, "/me/data"),
        new("GET /me/data.json", Deed.SeeOwnPage, "/me/data.json"),
        new("GET /audit", Deed.ReadTrail, "/audit"),
        new("GET /audit/days/{day}", Deed.ReadTrail, "/audit/days/2023-05-08"),
        new("GET /audit/chain", Deed.ReadTrail, $"/audit/chain?dossier={Uri.EscapeDataString(MonthScript.SheetOf("112").Dossier.ToString())}", Never: "/audit/chain?dossier=Sheets%3Anone"),
        new("GET /audit/checkpoints/{month}", Deed.ReadTrail, "/audit/checkpoints/now", Never: "/audit/checkpoints/1999-01"),

        new("GET /me", Deed.SeeOwnPage, "/me"),
        new("POST /me/act-for", Deed.StandIn, "/me/act-for") { Fields = [("official", "m112")], Good = [404], OwnOf = _substitute },
        new("POST /me/act-for/stop", Deed.StandIn, "/me/act-for/stop"),
        new($"POST /me/open{SeatPattern}", Deed.OpenReport, RoleSite.Seat("/me/open", "112"), RoleSite.Seat("/me/open", "122"), RoleSite.Seat("/me/open", "119"))
        {
            OwnOf = new Dictionary<string, string> { ["boss"] = $"/me/open/{Cycle}/1/0/{SmallProvince.Boss}" },
        },
        new($"GET /me/history{SeatPattern}", Deed.OpenReport, RoleSite.Seat("/me/history", "112"), RoleSite.Seat("/me/history", "122"), RoleSite.Seat("/me/history", "119"))
        {
            OwnOf = new Dictionary<string, string> { ["boss"] = $"/me/history/{Cycle}/1/0/{SmallProvince.Boss}" },
        },
        new($"GET /me/place{SeatPattern}", Deed.ReadSharedParts, RoleSite.Seat("/me/place", "113"), RoleSite.Seat("/me/place", "121"), RoleSite.Seat("/me/place", "119")),
        new("GET /hand-over/{seat}", Deed.ReadHandOver, "/hand-over/112.monitor", "/hand-over/122.monitor", "/hand-over/none")
        {
            OwnOf = new Dictionary<string, string> { ["boss"] = $"/hand-over/{SmallProvince.Boss}" },
            SeesAll = ["office", "proxy=office"],
        },
        new("GET /absences", Deed.EnterAbsence, "/absences"),
        new("POST /absences", Deed.EnterAbsence, "/absences"),
        new("POST /absences/back", Deed.EnterAbsence, "/absences/back"),
        new("GET /register/seats/{seat}/posts", Deed.KeepRegister, "/register/seats/112.monitor/posts", Never: "/register/seats/none/posts"),
        new("POST /register/seats/{seat}/posts", Deed.KeepRegister, "/register/seats/112.monitor/posts", Never: "/register/seats/none/posts"),
        new("GET /below", Deed.ReadReportBelow, "/below"),
        new($"GET /below{SeatPattern}", Deed.ReadReportBelow, RoleSite.Seat("/below", "113"), RoleSite.Seat("/below", "121"), RoleSite.Seat("/below", "119")),

        new("GET /agenda", Deed.ReadAgenda, "/agenda"),
        new("POST /agenda/meetings", Deed.SetMeetings, "/agenda/meetings"),
        new("GET /agenda/decide", Deed.RecordDecision, "/agenda/decide", Never: "/agenda/decide?case=none"),
        new("POST /agenda/decide", Deed.RecordDecision, "/agenda/decide"),
        new("GET /agenda/decisions/{number:int}", Deed.ReadAgenda, "/agenda/decisions/1", Never: "/agenda/decisions/999"),
        new("GET /office/cases", Deed.LookAtCases, "/office/cases?place=112"),
        new("GET /office/cases/{id}/like", Deed.CompareCases, $"/office/cases/{RoleSite.Case}/like", Never: "/office/cases/none/like"),
        new("POST /office/cases/{id}/merge", Deed.CompareCases, $"/office/cases/{RoleSite.Case}/merge", Never: "/office/cases/none/merge"),
        new("POST /office/cases/{id}/unmerge", Deed.CompareCases, $"/office/cases/{RoleSite.Case}/unmerge", Never: "/office/cases/none/unmerge"),

        new("GET /office", Deed.RunCycles, "/office"),
        new("GET /office/search", Deed.RunCycles, "/office/search?q=112"),
        new("GET /office/post", Deed.RunCycles, "/office/post"),
        new("GET /office/cycles/{cycle}", Deed.RunCycles, $"/office/cycles/{Cycle}", Never: "/office/cycles/none"),
        new("GET /office/cycles/{cycle}/by-day.svg", Deed.RunCycles, $"/office/cycles/{Cycle}/by-day.svg", Never: "/office/cycles/none/by-day.svg"),
        new("GET /office/cycles/{cycle}/by-area.svg", Deed.RunCycles, $"/office/cycles/{Cycle}/by-area.svg", Never: "/office/cycles/none/by-area.svg"),
        new("GET /office/cycles/{cycle}/extend", Deed.RunCycles, $"/office/cycles/{Cycle}/extend", Never: "/office/cycles/none/extend"),
        new("POST /office/cycles/{cycle}/extend", Deed.RunCycles, $"/office/cycles/{Cycle}/extend", Never: "/office/cycles/none/extend"),
        new($"GET {OfficeSeat}", Deed.RunCycles, Office("112"), Never: Office("119")),
        new($"GET {OfficeSeat}/report/{{version:int}}", Deed.RunCycles, Office("113", "/report/1"), Never: Office("113", "/report/2")),
        new($"POST {OfficeSeat}/report/{{version:int}}/read", Deed.RunCycles, Office("113", "/report/1/read"), Never: Office("119", "/report/1/read")),
        new($"GET {OfficeSeat}/files/{{hash}}", Deed.RunCycles, Office("113", $"/files/{file}"), Never: Office("113", $"/files/{foreign}")),
        new($"POST {OfficeSeat}/{{act}}", Deed.RunCycles, Office("112", "/extend"), Never: Office("112", "/none")),
        new($"GET {OfficeSeat}/file", Deed.FileForAnother, Office("112", "/file"), Never: Office("119", "/file")),
        new($"POST {OfficeSeat}/file", Deed.FileForAnother, Office("112", "/file"), Never: Office("119", "/file")) { Good = [409] },
        new("POST /office/letters/send", Deed.RunCycles, "/office/letters/send"),
        new("POST /office/letters/keep", Deed.RunCycles, "/office/letters/keep"),
        new("GET /office/restores", Deed.RunCycles, "/office/restores"),
        new("POST /office/restores/{number:int}/done", Deed.RunCycles, "/office/restores/1/done", Never: "/office/restores/9/done") { Good = [404] },
        new("GET /office/unreached", Deed.RunCycles, "/office/unreached"),
        new("POST /office/unreached/{id}", Deed.RunCycles, "/office/unreached/m112", Never: "/office/unreached/none") { Good = [404] },
        new("GET /office/people/{id}/forecast", Deed.RunCycles, "/office/people/m112/forecast", Never: "/office/people/none/forecast"),
        new("GET /me/forecast", Deed.SeeOwnPage, "/me/forecast"),
        new("GET /rules/what-if", Deed.TryRules, "/rules/what-if"),
        new("POST /rules/what-if", Deed.TryRules, "/rules/what-if"),
        new("GET /rules/what-if/chart.svg", Deed.TryRules, "/rules/what-if/chart.svg?of=1,1,1,1,1,1,1", Never: "/rules/what-if/chart.svg?of=none"),
        new("POST /rules/what-if/propose", Deed.ProposeChange, "/rules/what-if/propose"),
        new("GET /office/people/{id}", Deed.RunCycles, "/office/people/m112", Never: "/office/people/none"),
        new("POST /office/people/{id}/{act}", Deed.RunCycles, "/office/people/m112/silence", Never: "/office/people/none/silence"),

        new("GET /cases/{case}", Deed.SeeCase, "/cases/case113", "/cases/case121", "/cases/none")
        {
            SeesAll = _seeAllCases,
            OwnOf = new Dictionary<string, string> { ["m112"] = "/cases/case112", ["sub=m112"] = "/cases/case112" },
        },
        new("GET /cases/{case}/certificate", Deed.SeeCase, "/cases/ended113/certificate", "/cases/ended121/certificate", "/cases/none/certificate")
        {
            SeesAll = _seeAllCases,
            OwnOf = new Dictionary<string, string> { ["m112"] = "404", ["sub=m112"] = "404", ["chief"] = "404", ["clerk"] = "404" },
        },
        new("GET /cases/{case}/files/{hash}", Deed.SeeCase, $"/cases/case113/files/{file}", $"/cases/case121/files/{foreign}", $"/cases/none/files/{foreign}")
        {
            SeesAll = _seeAllCases,
            OwnOf = new Dictionary<string, string> { ["m112"] = "404", ["sub=m112"] = "404" },
        },
        new("POST /cases/{case}/{step}", Deed.TakeStep, "/cases/case113/progress", "/cases/case121/withdraw", "/cases/none/withdraw")
        {
            OwnOf = new Dictionary<string, string>
            {
                ["m112"] = "/cases/case112/withdraw", ["sub=m112"] = "/cases/case112/withdraw", ["office"] = "/cases/case113/correct", ["proxy=office"] = "/cases/case113/correct",
                ["recorder"] = "/cases/case113/decide", ["leader113"] = "/cases/case113/confirm", ["boss"] = "404",
            },
        },
        new("GET /cases/raise", Deed.RaiseCase, "/cases/raise"),
        new("POST /cases/raise", Deed.RaiseCase, "/cases/raise"),
        new("GET /owed", Deed.SeeOwed, "/owed"),
        new("GET /office/owed", Deed.SeeAllOwed, "/office/owed"),
        new("GET /office/owed/{kind}/{code}", Deed.SeeAllOwed, "/office/owed/Office/-", Never: "/office/owed/Body/none"),

        new("GET /confidential", Deed.ReadConfidential, "/confidential") { OwnOf = _confidential },
        new("GET /confidential/raise", Deed.RaiseConfidential, "/confidential/raise") { OwnOf = _confidential },
        new("POST /confidential/raise", Deed.RaiseConfidential, "/confidential/raise") { Good = [422], OwnOf = _confidential },
        new("GET /confidential/{id}", Deed.ReadConfidential, "/confidential/none", Never: "/confidential/none") { Good = [404] },
        new("GET /confidential/{id}/files/{number:int}", Deed.ReadConfidential, "/confidential/none/files/1", Never: "/confidential/none/files/1") { Good = [404] },
        new("POST /confidential/{id}/{step}", Deed.ReadConfidential, "/confidential/none/take-up", Never: "/confidential/none/take-up") { Good = [404] },

        new("GET /register", Deed.SeeRegister, "/register?q=112", Never: "/register?at=none"),
        new("GET /register/places/{code}", Deed.SeeRegister, "/register/places/112", Never: "/register/places/none"),
        new("GET /register/seats/{seat}", Deed.SeeRegister, "/register/seats/113.monitor", Never: "/register/seats/none"),
        new("GET /register/people/{official}", Deed.SeeRegister, "/register/people/m112", Never: "/register/people/none"),
        new("GET /register/vacancies", Deed.SeeRegister, "/register/vacancies"),
        new("GET /register/workload", Deed.SeeRegister, "/register/workload?show=All"),
        new("GET /api/register", Deed.SeeRegister, "/api/register?q=112", Never: "/api/register?at=none"),
        new("GET /api/register/places/{code}", Deed.SeeRegister, "/api/register/places/112", Never: "/api/register/places/none"),
        new("GET /api/register/seats/{seat}", Deed.SeeRegister, "/api/register/seats/113.monitor", Never: "/api/register/seats/none"),
        new("GET /api/register/people/{official}", Deed.SeeRegister, "/api/register/people/m112", Never: "/api/register/people/none"),
        new("GET /api/register/vacancies", Deed.SeeRegister, "/api/register/vacancies"),
        new("GET /api/register/workload", Deed.SeeRegister, "/api/register/workload?show=All"),
        new("GET /api/openapi.json", Deed.Arrive, "/api/openapi.json"),
        new("GET /register/import", Deed.KeepRegister, "/register/import"),
        new("POST /register/import", Deed.KeepRegister, "/register/import"),
        new("GET /register/export/{file}", Deed.KeepRegister, "/register/export/places.csv", Never: "/register/export/none.csv"),
        new("POST /api/register/import/{kind}", Deed.KeepRegister, "/api/register/import/places", Never: "/api/register/import/none"),
        new("GET /admin", Deed.ProposeChange, "/admin"),
        new("GET /admin/people/{id}", Deed.ProposeChange, "/admin/people/m112", Never: "/admin/people/none"),
        new("POST /admin/people/{id}/{kind}", Deed.ProposeChange, "/admin/people/m112/give", Never: "/admin/people/none/give"),
        new("GET /admin/editions", Deed.ProposeChange, "/admin/editions"),
        new("POST /admin/editions", Deed.ProposeChange, "/admin/editions"),
        new("GET /admin/editions/form", Deed.ProposeChange, "/admin/editions/form"),
        new("POST /admin/editions/form", Deed.ProposeChange, "/admin/editions/form"),
        new("POST /admin/editions/preview", Deed.ProposeChange, "/admin/editions/preview"),
        new("GET /rules", Deed.SeeRules, "/rules"),
        new("GET /admin/proposals/{number:int}", Deed.ProposeChange, "/admin/proposals/1", Never: "/admin/proposals/999"),
        new("POST /admin/proposals/{number:int}/{act}", Deed.DecideChange, "/admin/proposals/1/confirm", "/admin/proposals/2/confirm", "/admin/proposals/999/confirm") { Refused = 422 },
    ];

    private static string Office(string place, string after = "") => RoleSite.Seat("/office/cycles", place, after);
}
