using Directives.Language;

namespace Directives.Register;

/// <summary>A place in a tree of any depth (R1).</summary>
/// <param name="Code">Official code; unique among places in force.</param>
/// <param name="Name">Full name, e.g. "Xã An Hưng".</param>
/// <param name="Kind">Xã, Phường, Thị trấn, Huyện …</param>
/// <param name="Level">province, district, commune, or a level below.</param>
/// <param name="Parent">Code of the place above; null for a root.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it lasts.</param>
public sealed record Place(string Code, string Name, string Kind, string Level, string? Parent, DateOnly From, DateOnly? To = null)
{
    /// <summary>
    /// The code that the state gives it, where another unit has or had the same: <see cref="Code"/> then only names it here, so that an abolished unit
    /// and the one in which its code lives on stay apart. Null where both are the same.
    /// </summary>
    public string? OfficialCode { get; init; }

    /// <summary>The code to show.</summary>
    public string ShownCode() => OfficialCode ?? Code;
}

/// <summary>A committee, agency, commission or local party committee.</summary>
/// <param name="Id">Unique among bodies and officials.</param>
/// <param name="Kind">standing-committee, office, organisation-commission, agency, local-committee …</param>
/// <param name="Place">The place it belongs to, if any.</param>
/// <param name="Clerk">The official who gets the reminders of the body's officials and prepares their reports, if any.</param>
/// <param name="Leader">The official who leads it and sees what its officials owe, if any is named.</param>
public sealed record Body(string Id, string Name, string NameEn, string Kind, string? Place, string? Clerk = null, string? Leader = null)
{
    /// <summary>The name in both languages.</summary>
    public Bilingual Names() => new(Name, NameEn);
}

/// <summary>A person, shown by title.</summary>
/// <param name="Id">Unique among bodies and officials.</param>
/// <param name="Body">The body the person belongs to, if any.</param>
/// <param name="Address">Where letters go.</param>
/// <param name="Language"><c>vi</c> or <c>en</c>.</param>
public sealed record Official(string Id, string Title, string TitleEn, string? Body, string Address, string Language = "vi")
{
    /// <summary>The title in both languages.</summary>
    public Bilingual Titles() => new(Title, TitleEn);
}

/// <summary>The two roles in which somebody answers for a place.</summary>
public enum SeatRole
{
    /// <summary>Phụ trách.</summary>
    InCharge,

    /// <summary>Theo dõi.</summary>
    Monitor,
}

/// <summary>A place together with a role. Obligations belong to it, whoever holds it.</summary>
public sealed record Seat(string Id, string Place, SeatRole Role);

/// <summary>Who holds a seat, from a day to a day (both inclusive; null while it lasts).</summary>
public sealed record Post(string Seat, string Official, DateOnly From, DateOnly? To = null);

/// <summary>The duties that rules and letters name. Each is held at a place and counts for all below it.</summary>
public enum Duty
{
    Secretary,
    StandingDeputySecretary,
    HeadOfOrganisationCommission,

    /// <summary>Whoever reads the office's post.</summary>
    Office,

    /// <summary>A member of the Standing Committee.</summary>
    StandingCommitteeMember,

    /// <summary>The leader of the place itself.</summary>
    LocalLeader,

    /// <summary>Writes down what the Standing Committee decides.</summary>
    Recorder,

    /// <summary>Keeps register and editions, and reads no report; there are at least two.</summary>
    Administrator,

    /// <summary>Reads the trail, not the contents.</summary>
    Auditor,

    /// <summary>Reads what is confidential; there are at least three.</summary>
    ConfidentialDesk,
}

/// <summary>Who carries a duty at a place, from a day to a day (both inclusive; null while it lasts).</summary>
public sealed record Position(Duty Duty, string Place, string Official, DateOnly From, DateOnly? To = null);

/// <summary>
/// A standing substitute, from a day to a day (both inclusive; null while it lasts): acts as another, and is shown as "X for Y". What is
/// confidential and what administrators may is never acted for.
/// </summary>
/// <param name="For">Who is stood in for: an official's id.</param>
/// <param name="By">Who stands in: another official's id.</param>
public sealed record Substitute(string For, string By, DateOnly From, DateOnly? To = null);

/// <summary>Why somebody is away.</summary>
public enum AbsenceKind
{
    Leave,
    Illness,
    Mission,
}

/// <summary>Somebody is away from a day to a day, both inclusive (R1, and what users know besides); their duties stay theirs.</summary>
/// <param name="Official">Who is away: an official's id.</param>
/// <param name="To">Last day; an illness may have none yet.</param>
/// <param name="Substitute">Who acts meanwhile; null for the standing substitute, if there is one.</param>
public sealed record Absence(string Official, AbsenceKind Kind, DateOnly From, DateOnly? To = null, string? Substitute = null);

/// <summary>A place whose duties, conversations and open recommendations passed to another (R1); its history stays with it.</summary>
/// <param name="From">Code of the place that ended.</param>
/// <param name="To">Code of the place that goes on.</param>
/// <param name="On">First local day on which it counts.</param>
/// <param name="Decree">Number of the decree that says so.</param>
public sealed record Succession(string From, string To, DateOnly On, string Decree);

/// <summary>The same for a seat; without it a seat whose place ended owes nothing any more.</summary>
/// <param name="From">The seat that ended.</param>
/// <param name="To">The seat that takes over what is open.</param>
public sealed record SeatSuccession(string From, string To, DateOnly On, string Decree);

/// <summary>A decree that was carried out in the register (R1).</summary>
/// <param name="Number">As the state numbers it; once in a register.</param>
/// <param name="Effective">First local day on which it counts.</param>
/// <param name="Text">What it says, as data.</param>
/// <param name="Corrects">Number of the decree that it corrects; null for none.</param>
public sealed record Decree(string Number, string Title, DateOnly Effective, string Text, string? Corrects = null);

/// <summary>Everything a register holds; what an import reads and a <see cref="RegisterSnapshot"/> is made of.</summary>
public sealed record RegisterContent(
    IReadOnlyList<Place> Places,
    IReadOnlyList<Body> Bodies,
    IReadOnlyList<Official> Officials,
    IReadOnlyList<Seat> Seats,
    IReadOnlyList<Post> Posts,
    IReadOnlyList<Position> Positions)
{
    /// <summary>Standing substitutes; registers stored before there were any have none.</summary>
    public IReadOnlyList<Substitute> Substitutes { get; init; } = [];

    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public IReadOnlyList<Succession> Successions { get; init; } = [];

    public IReadOnlyList<SeatSuccession> SeatSuccessions { get; init; } = [];

    /// <summary>Decrees carried out, in no order.</summary>
    public IReadOnlyList<Decree> Decrees { get; init; } = [];
}
