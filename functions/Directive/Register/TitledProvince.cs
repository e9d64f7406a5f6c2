using System.Globalization;
using System.Text;

namespace Directives.Register;

/// <summary>One province filled with titles; what <see cref="TitledRegister"/> is made of (R1).</summary>
internal sealed class TitledProvince
{
    private readonly Place _province;
    private readonly string _prefix;
    private readonly string _domain;
    private readonly DateOnly _from;
    private int _districts;
    private int _communes;

    public TitledProvince(Place province, bool several, DateOnly from, bool clerks)
    {
        _province = province;
        _from = from;
        _prefix = several ? province.Code + "." : "";
        // Codes keep the addresses of provinces apart whose names fold to the same letters.
        _domain = Ascii(PlaceWords.BareName(province) + (several ? " " + province.Code : "")) + ".example";
        AddCommittee();
        foreach (Agency agency in Agency.All)
        {
            AddBody(agency.Id, Words(agency.Name), WordsEn(agency.NameEn), "agency", _province.Code, clerks ? agency.ClerkId : null);
            if (clerks && agency.ClerkId is { } clerk)
                AddOfficial(clerk, Words($"{agency.Clerk} {agency.Name}"), WordsEn($"{agency.ClerkEn}, {agency.NameEn}"), agency.Id);
        }
    }

    public List<Body> Bodies { get; } = [];

    public List<Official> Officials { get; } = [];

    public List<Seat> Seats { get; } = [];

    public List<Post> Posts { get; } = [];

    public List<Position> Positions { get; } = [];

    /// <summary>Adds a district or commune: its seat, who holds it, its party committee and that committee's secretary.</summary>
    public void Add(Place place)
    {
        if (place.Level == PlaceLevels.District)
            Fill(place, SeatRole.InCharge, MemberId(StandingCommitteeTitles.InChargeOf(_districts++)));
        else
            Fill(place, SeatRole.Monitor, AddMonitor(_communes++));

        string committee = PlaceWords.Committee(place), committeeEn = PlaceWords.CommitteeEn(place);
        AddBody($"committee-{place.Code}", committee, committeeEn, "local-committee", place.Code);
        string leader = AddOfficial(
            $"leader-{place.Code}", $"Bí thư {committee}", $"Secretary, {committeeEn}", $"committee-{place.Code}");
        Positions.Add(new(Duty.LocalLeader, place.Code, leader, _from));
    }

    private void AddCommittee()
    {
        foreach ((string id, string name, string nameEn) in StandingCommitteeTitles.Bodies)
            AddBody(id, Words(name), WordsEn(nameEn), id, _province.Code);
        for (int i = 0; i < StandingCommitteeTitles.Members.Count; i++)
        {
            MemberTitle member = StandingCommitteeTitles.Members[i];
            string id = AddOfficial($"member-{i + 1:00}", Words(member.Title), WordsEn(member.TitleEn), member.Body);
            Positions.Add(new(Duty.StandingCommitteeMember, _province.Code, id, _from));
            if (member.Duty is { } duty)
                Positions.Add(new(duty, _province.Code, id, _from));
            if (member.Body != StandingCommitteeTitles.Committee)
                Lead(member.Body, id);
        }

        // Letters to the office go to its own mailbox, not to whoever is its chief.
        string desk = AddOfficial(
            "office-desk", Words("Văn phòng Tỉnh ủy"), WordsEn("Office of the Provincial Party Committee"),
            StandingCommitteeTitles.Office);
        Positions.Add(new(Duty.Office, _province.Code, desk, _from));
        foreach (DutyTitle title in StandingCommitteeTitles.Others)
        {
            string id = AddOfficial(title.Id, Words(title.Title), WordsEn(title.TitleEn), title.Body);
            Positions.Add(new(title.Duty, _province.Code, id, _from));
        }
    }

    private string AddMonitor(int commune)
    {
        if (commune < Agency.Leaders.Count)
        {
            (Agency agency, int rank) = Agency.Leaders[commune];
            string leader = AddOfficial(agency.OfficialId(rank), Words(agency.Title(rank)), WordsEn(agency.TitleEn(rank)), agency.Id);
            if (rank == 0)
                Lead(agency.Id, leader);
            return leader;
        }

        // Once every agency's leaders have a commune, members of the provincial party committee follow, by number.
        int number = commune - Agency.Leaders.Count + 1;
        return AddOfficial(
            string.Create(CultureInfo.InvariantCulture, $"delegate-{number:000}"),
            Words(string.Create(CultureInfo.InvariantCulture, $"Ủy viên Ban Chấp hành Đảng bộ tỉnh ({number})")),
            WordsEn(string.Create(CultureInfo.InvariantCulture, $"Member, Provincial Party Committee ({number})")), null);
    }

    private void Fill(Place place, SeatRole role, string official)
    {
        var seat = new Seat($"{_prefix}{place.Code}.{(role == SeatRole.InCharge ? "in-charge" : "monitor")}", place.Code, role);
        Seats.Add(seat);
        Posts.Add(new(seat.Id, official, _from));
    }

    private void AddBody(string id, string name, string nameEn, string kind, string place, string? clerk = null) =>
        Bodies.Add(new(_prefix + id, name, nameEn, kind, place, clerk is null ? null : _prefix + clerk));

    private void Lead(string body, string leader)
    {
        int index = Bodies.FindIndex(b => b.Id == _prefix + body);
        Bodies[index] = Bodies[index] with { Leader = leader };
    }

    private string AddOfficial(string id, string title, string titleEn, string? body)
    {
        Officials.Add(new(_prefix + id, title, titleEn, body is null ? null : _prefix + body, $"{Ascii(id)}@{_domain}"));
        return _prefix + id;
    }

    private string MemberId(int index) => string.Create(CultureInfo.InvariantCulture, $"{_prefix}member-{index + 1:00}");

    private string Words(string vietnamese) => PlaceWords.Of(_province, vietnamese);

    private string WordsEn(string english) => PlaceWords.OfEn(_province, english);

    // Letters and digits of mail addresses: "Bình Định" becomes "binh-dinh".
    private static string Ascii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (char c in text.Replace('đ', 'd').Replace('Đ', 'd').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                ascii.Append(char.ToLowerInvariant(c));
            else if (ascii.Length > 0 && ascii[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                ascii.Append('-');
        }

        string name = ascii.ToString().Trim('-');
        return name.Length == 0 ? "province" : name;
    }
}
