//! Names of columns and fields that documentation has.

use crate::exchange::map::fold_header;

/// The documented columns of all four files, folded.
const KNOWN: &str = "partnerid partnername customerid customername customercompanyname \
    customerdomainname customercountry invoicenumber mpnid resellermpnid tier2mpnid orderid \
    orderdate productid skuid availabilityid skuname productname chargetype unitprice quantity \
    amount totalotherdiscount subtotal tax taxtotal total totalforcustomer currency \
    priceadjustmentdescription publishername publisherid subscriptiondescription subscriptionid \
    syndicationpartnersubscriptionnumber subscriptionname offerid durableofferid offername \
    domainname billingcycletype chargestartdate chargeenddate termandbillingcycle \
    effectiveunitprice unittype alternateid billablequantity billingfrequency pricingcurrency \
    pctobcexchangerate pctobcexchangeratedate meterdescription reservationorderid \
    creditreasoncode subscriptionstartdate subscriptionenddate referenceid productqualifiers \
    promotionid publisherdiscount discountdetails productcategory subscriptionname \
    servicename servicetype resourceguid resourcename region consumedquantity includedquantity \
    overagequantity listprice pretaxcharges taxamount posttaxtotal pretaxeffectiverate \
    posttaxeffectiverate customerbillablecategory sku detaillineitemid customerbillableaccount \
    usagedate metercategory metersubcategory unit attributes consumptiondiscount \
    consumptionprice links invoicelineitemtype billingprovider";

/// Whether a column or field is documented; all others are kept as they are.
pub(in crate::exchange::read) fn is_known(name: &str) -> bool {
    let folded = fold_header(name);
    KNOWN.split_whitespace().any(|known| known == folded)
}
