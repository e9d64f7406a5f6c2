using System.Globalization;
using System.Text;

namespace Directives.Register;

/// <summary>
/// A made-up places file with as many places as Vietnam had in 2023, for the benchmark and for tests (R1): 63 provinces, of them
/// 5 cities, 705 districts and 10,598 communes, that is 11,303 seats. Names follow a pattern: "Xã 07.03.12".
/// </summary>
public static class SyntheticNation
{
    public const int Provinces = 63;
    public const int Districts = 705;
    public const int Communes = 10_598;

    private const int Cities = 5;
    private static readonly string[] DistrictKinds = ["Thành phố", "Huyện", "Thị xã", "Huyện", "Huyện", "Huyện"];
    private static readonly string[] CommuneKinds = ["Thị trấn", "Xã", "Phường", "Xã", "Xã", "Xã", "Xã"];

    /// <summary>The file's text, the same every time, every place after the one it lies in.</summary>
    public static string Csv()
    {
        var text = new StringBuilder("code,name,kind,level,parent\n", Communes * 48);
        int district = 0, commune = 0;
        for (int p = 0; p < Provinces; p++)
        {
            string province = Number(p + 1, 2);
            string kind = p < Cities ? "Thành phố" : "Tỉnh";
            Line(text, province, $"{kind} {province}", kind, PlaceLevels.Province, "");
            for (int d = 1; d <= Share(Districts, Provinces, p); d++, district++)
            {
                string districtCode = Number(district + 1, 3);
                string districtName = $"{province}.{Number(d, 2)}";
                string districtKind = p < Cities && d <= 5 ? "Quận" : DistrictKinds[(d - 1) % DistrictKinds.Length];
                Line(text, districtCode, $"{districtKind} {districtName}", districtKind, PlaceLevels.District, province);
                for (int c = 1; c <= Share(Communes, Districts, district); c++, commune++)
                {
                    string communeKind = districtKind == "Quận" ? "Phường" : CommuneKinds[(c - 1) % CommuneKinds.Length];
                    Line(text, Number(commune + 1, 5), $"{communeKind} {districtName}.{Number(c, 2)}", communeKind,
                        PlaceLevels.Commune, districtCode);
                }
            }
        }

        return text.ToString();
    }

    // As even as whole numbers allow; the first ones get one more.
    private static int Share(int all, int among, int index) => (all / among) + (index < all % among ? 1 : 0);

    private static string Number(int number, int digits) => number.ToString("D" + digits, CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string code, string name, string kind, string level, string parent) =>
        text.AppendJoin(',', code, name, kind, level, parent).Append('\n');
}
