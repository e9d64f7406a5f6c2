namespace Directives.Register;

/// <summary>One of the ten on a provincial Standing Committee, by title (R1).</summary>
/// <param name="Body">Body the member leads; the committee itself for its own leaders.</param>
/// <param name="Duty">What rules address the member by, besides being a member.</param>
internal sealed record MemberTitle(string Title, string TitleEn, string Body, Duty? Duty = null);

/// <summary>Somebody who carries a duty of the system and holds no post, by title.</summary>
internal sealed record DutyTitle(string Id, string Title, string TitleEn, string Body, Duty Duty);

/// <summary>The ten members of a Standing Committee and the bodies they lead (R1).</summary>
internal static class StandingCommitteeTitles
{
    public const string Committee = "standing-committee";
    public const string Office = "office";
    public const string OrganisationCommission = "organisation-commission";
    public const string Inspection = "inspection-commission";

    /// <summary>Bodies every province has: id, which is also the kind, and names.</summary>
    public static readonly IReadOnlyList<(string Id, string Name, string NameEn)> Bodies =
    [
        (Committee, "Ban Thường vụ Tỉnh ủy", "Standing Committee of the Provincial Party Committee"),
        (Office, "Văn phòng Tỉnh ủy", "Office of the Provincial Party Committee"),
        (OrganisationCommission, "Ban Tổ chức Tỉnh ủy", "Organisation Commission of the Provincial Party Committee"),
        (Inspection, "Ủy ban Kiểm tra Tỉnh ủy", "Inspection Commission of the Provincial Party Committee"),
        ("propaganda-commission", "Ban Tuyên giáo Tỉnh ủy",
            "Propaganda and Education Commission of the Provincial Party Committee"),
        ("mass-mobilisation-commission", "Ban Dân vận Tỉnh ủy",
            "Mass Mobilisation Commission of the Provincial Party Committee"),
        ("peoples-committee", "Ủy ban nhân dân tỉnh", "Provincial People's Committee"),
        ("public-security", "Công an tỉnh", "Provincial Public Security"),
        ("military-command", "Bộ Chỉ huy Quân sự tỉnh", "Provincial Military Command"),
    ];

    /// <summary>In the order in which districts are given to them.</summary>
    public static readonly IReadOnlyList<MemberTitle> Members =
    [
        new("Bí thư Tỉnh ủy", "Secretary, Provincial Party Committee", Committee, Duty.Secretary),
        new("Phó Bí thư Thường trực Tỉnh ủy", "Standing Deputy Secretary, Provincial Party Committee",
            Committee, Duty.StandingDeputySecretary),
        new("Phó Bí thư Tỉnh ủy, Chủ tịch Ủy ban nhân dân tỉnh",
            "Deputy Secretary, Provincial Party Committee; Chair, Provincial People's Committee", "peoples-committee"),
        new("Trưởng Ban Tổ chức Tỉnh ủy", "Head, Organisation Commission of the Provincial Party Committee",
            OrganisationCommission, Duty.HeadOfOrganisationCommission),
        new("Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy", "Chair, Inspection Commission of the Provincial Party Committee",
            Inspection),
        new("Trưởng Ban Tuyên giáo Tỉnh ủy", "Head, Propaganda and Education Commission of the Provincial Party Committee",
            "propaganda-commission"),
        new("Trưởng Ban Dân vận Tỉnh ủy", "Head, Mass Mobilisation Commission of the Provincial Party Committee",
            "mass-mobilisation-commission"),
        new("Chánh Văn phòng Tỉnh ủy", "Chief, Office of the Provincial Party Committee", Office),
        new("Giám đốc Công an tỉnh", "Director, Provincial Public Security", "public-security"),
        new("Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh", "Commander, Provincial Military Command", "military-command"),
    ];

    /// <summary>
    /// Who keeps the minutes, the register, the trail and what is confidential. The confidential desk's three are of three bodies, so that two
    /// are left where a matter is about the third's.
    /// </summary>
    public static readonly IReadOnlyList<DutyTitle> Others =
    [
        new("recorder", "Thư ký ghi biên bản Ban Thường vụ Tỉnh ủy", "Recorder, Standing Committee of the Provincial Party Committee", Office, Duty.Recorder),
        new("administrator-1", "Quản trị viên hệ thống, Văn phòng Tỉnh ủy", "System Administrator, Office of the Provincial Party Committee",
            Office, Duty.Administrator),
        new("administrator-2", "Quản trị viên hệ thống, Ban Tổ chức Tỉnh ủy",
            "System Administrator, Organisation Commission of the Provincial Party Committee", OrganisationCommission, Duty.Administrator),
        new("auditor-1", "Kiểm tra viên nhật ký, Ủy ban Kiểm tra Tỉnh ủy (1)",
            "Auditor, Inspection Commission of the Provincial Party Committee (1)", Inspection, Duty.Auditor),
        new("auditor-2", "Kiểm tra viên nhật ký, Ủy ban Kiểm tra Tỉnh ủy (2)",
            "Auditor, Inspection Commission of the Provincial Party Committee (2)", Inspection, Duty.Auditor),
        new("confidential-1", "Cán bộ tiếp nhận phản ánh kín, Ủy ban Kiểm tra Tỉnh ủy",
            "Confidential Desk, Inspection Commission of the Provincial Party Committee", Inspection, Duty.ConfidentialDesk),
        new("confidential-2", "Cán bộ tiếp nhận phản ánh kín, Ban Tổ chức Tỉnh ủy",
            "Confidential Desk, Organisation Commission of the Provincial Party Committee", OrganisationCommission, Duty.ConfidentialDesk),
        new("confidential-3", "Cán bộ tiếp nhận phản ánh kín, Văn phòng Tỉnh ủy",
            "Confidential Desk, Office of the Provincial Party Committee", Office, Duty.ConfidentialDesk),
    ];

    // The source does not say who of the ten has two of the eleven districts. We take the head of the Mass Mobilisation
    // Commission to be the first with a second one, and go round from there where there are more districts.
    private const int FirstWithTwo = 6;

    /// <summary>Index of the member in charge of a province's district with this index.</summary>
    public static int InChargeOf(int district) => district < Members.Count
        ? district
        : (district - Members.Count + FirstWithTwo) % Members.Count;
}
