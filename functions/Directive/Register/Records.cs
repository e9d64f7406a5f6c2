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
public sealed record Place(string Code, string Name, string Kind, string Level, string? Parent, DateOnly From, DateOnly? To = null);

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
}
