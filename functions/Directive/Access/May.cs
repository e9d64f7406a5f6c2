namespace Directives.Access;

/// <summary>Which rows a right reaches. Whose they are is found out from the register inside the query: <see cref="Own"/>.</summary>
public enum Rows
{
    /// <summary>No row of anybody.</summary>
    None,

    /// <summary>What the key, the link or the opened report names, and nothing else.</summary>
    TheOne,

    /// <summary>The person's own account and page.</summary>
    Oneself,

    /// <summary>Obligations of the seats that the person holds today.</summary>
    OwnPosts,

    /// <summary>Obligations of those for whom the person prepares reports.</summary>
    OfThosePreparedFor,

    /// <summary>Obligations of monitors below the places that the person is in charge of.</summary>
    BelowOwnPlaces,

    /// <summary>Obligations of the seats at the place that the person leads.</summary>
    OwnPlace,

    /// <summary>Obligations of the officials of the body that the person leads, or whose clerk they are.</summary>
    OwnBody,

    /// <summary>Recommendations in which the person is somebody: raiser, body, leader of the place, in charge above.</summary>
    OwnCases,

    /// <summary>Proposals that another has made.</summary>
    OfAnother,

    /// <summary>Every row.</summary>
    Every,
}

/// <summary>One line of the table: whoever is <paramref name="Who"/> may do <paramref name="Deed"/> to <paramref name="Rows"/>.</summary>
public sealed record Right(Deed Deed, Who Who, Rows Rows);

/// <summary>The one table that says who may do what to which rows. What stands in no line, nobody may.</summary>
public static class May
{
    /// <summary>The table.</summary>
    public static readonly IReadOnlyList<Right> Table =
    [
        new(Deed.Arrive, Who.Anyone, Rows.None),
        new(Deed.FollowLink, Who.KeyHolder, Rows.TheOne),
        new(Deed.Demonstrate, Who.DemoVisitor, Rows.Every),
        new(Deed.TellOfLetters, Who.MailProvider, Rows.TheOne),
        new(Deed.SeeOwnPage, Who.Person, Rows.Oneself),
        new(Deed.StandIn, Who.Person, Rows.Oneself),
        new(Deed.OpenReport, Who.Official, Rows.OwnPosts),
        new(Deed.OpenReport, Who.Assistant, Rows.OfThosePreparedFor),
        new(Deed.WriteReport, Who.LinkHolder, Rows.TheOne),
        new(Deed.ReadReportBelow, Who.InCharge, Rows.BelowOwnPlaces),
        new(Deed.ReadSharedParts, Who.LocalLeader, Rows.OwnPlace),
        new(Deed.SeeBody, Who.Agency, Rows.OwnBody),
        new(Deed.SeeCounts, Who.Committee, Rows.Every),
        new(Deed.SeeCounts, Who.Recorder, Rows.Every),
        new(Deed.RunCycles, Who.Office, Rows.Every),
        new(Deed.FileForAnother, Who.Office, Rows.Every),
        new(Deed.ReadAgenda, Who.Recorder, Rows.Every),
        new(Deed.ReadAgenda, Who.Office, Rows.Every),
        new(Deed.ReadAgenda, Who.Committee, Rows.Every),
        new(Deed.SetMeetings, Who.Recorder, Rows.Every),
        new(Deed.SetMeetings, Who.Office, Rows.Every),
        new(Deed.RecordDecision, Who.Recorder, Rows.Every),
        new(Deed.LookAtCases, Who.Office, Rows.Every),
        new(Deed.CompareCases, Who.Office, Rows.Every),
        new(Deed.CompareCases, Who.Recorder, Rows.Every),
        new(Deed.ReadTrail, Who.Auditor, Rows.Every),
        new(Deed.SeeCase, Who.CaseHolder, Rows.TheOne),
        new(Deed.SeeCase, Who.Official, Rows.OwnCases),
        new(Deed.SeeCase, Who.Agency, Rows.OwnCases),
        new(Deed.SeeCase, Who.LocalLeader, Rows.OwnCases),
        new(Deed.SeeCase, Who.Committee, Rows.Every),
        new(Deed.SeeCase, Who.Office, Rows.Every),
        new(Deed.SeeCase, Who.Recorder, Rows.Every),
        new(Deed.TakeStep, Who.CaseHolder, Rows.TheOne),
        new(Deed.TakeStep, Who.Official, Rows.OwnCases),
        new(Deed.TakeStep, Who.Agency, Rows.OwnCases),
        new(Deed.TakeStep, Who.LocalLeader, Rows.OwnCases),
        new(Deed.TakeStep, Who.Office, Rows.Every),
        new(Deed.TakeStep, Who.Recorder, Rows.Every),
        new(Deed.RaiseCase, Who.Official, Rows.OwnPosts),
        new(Deed.SeeOwed, Who.Person, Rows.Oneself),
        new(Deed.SeeAllOwed, Who.Office, Rows.Every),
        new(Deed.RaiseConfidential, Who.Official, Rows.Oneself),
        // Its raiser, and who reads in the desk's stead: the matter itself knows them.
        new(Deed.ReadConfidential, Who.Person, Rows.TheOne),
        new(Deed.ReadConfidential, Who.ConfidentialDesk, Rows.TheOne),
        new(Deed.KeepRegister, Who.Office, Rows.Every),
        new(Deed.KeepRegister, Who.Administrator, Rows.Every),
        new(Deed.EnterAbsence, Who.Office, Rows.Every),
        new(Deed.EnterAbsence, Who.Official, Rows.Oneself),
        new(Deed.EnterAbsence, Who.Assistant, Rows.OfThosePreparedFor),
        new(Deed.ReadHandOver, Who.Office, Rows.Every),
        new(Deed.ReadHandOver, Who.Official, Rows.OwnPosts),
        new(Deed.SeeRegister, Who.Office, Rows.Every),
        new(Deed.SeeRegister, Who.Administrator, Rows.Every),
        new(Deed.SeeRegister, Who.Committee, Rows.Every),
        new(Deed.SeeRegister, Who.Recorder, Rows.Every),
        new(Deed.SeeRules, Who.Office, Rows.Every),
        new(Deed.SeeRules, Who.Administrator, Rows.Every),
        new(Deed.SeeRules, Who.Committee, Rows.Every),
        new(Deed.SeeRules, Who.Recorder, Rows.Every),
        new(Deed.TryRules, Who.Office, Rows.Every),
        new(Deed.TryRules, Who.Administrator, Rows.Every),
        new(Deed.ProposeChange, Who.Administrator, Rows.Every),
        new(Deed.DecideChange, Who.Administrator, Rows.OfAnother),
    ];

    /// <summary>All who may do it to some rows.</summary>
    public static Who Do(Deed deed) => Table.Where(r => r.Deed == deed).Aggregate(Who.Nobody, (all, r) => all | r.Who);

    /// <summary>The rows to which somebody of these roles may do it.</summary>
    public static IReadOnlySet<Rows> RowsOf(Deed deed, Who roles) =>
        Table.Where(r => r.Deed == deed && ((r.Who & roles) != 0 || r.Who == Who.Person)).Select(r => r.Rows).ToHashSet();
}
