package dev.plumbline.benchmarks;

/** A CloudFormation template as large as one may be: a megabyte, 500 resources. */
final class Templates {
    /** CloudFormation's limit for resources. */
    static final int RESOURCES = 500;

    private static final String HEAD = """
            AWSTemplateFormatVersion: "2010-09-09"
            Parameters:
              Env: {Type: String, AllowedValues: [prod, test]}
              Team: {Type: String, Default: shop}
              Vpc: {Type: AWS::EC2::VPC::Id}
            Mappings:
              Sizes:
                prod: {Instance: m5.large, Days: 30}
                test: {Instance: t3.micro, Days: 1}
            Conditions:
              IsProd: !Equals [!Ref Env, prod]
            Resources:
            """;

    private static final String BUCKET = """
              Bucket%1$d:
                Type: AWS::S3::Bucket
                DeletionPolicy: Retain
                Properties:
                  BucketName: !Sub "${Team}-logs-%1$d-${AWS::AccountId}"
                  VersioningConfiguration: {Status: Enabled}
                  LifecycleConfiguration:
                    Rules:
                      - Id: expire
                        Status: Enabled
                        ExpirationInDays: !FindInMap [Sizes, !Ref Env, Days]
                  Tags:
            """;

    private static final String POLICY = """
              Policy%1$d:
                Type: AWS::S3::BucketPolicy
                Properties:
                  Bucket: !Ref Bucket%2$d
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Deny
                        Principal: "*"
                        Action: s3:*
                        Resource:
                          - !GetAtt Bucket%2$d.Arn
                          - !Join ["/", [!GetAtt Bucket%2$d.Arn, "*"]]
                        Condition: {Bool: {"aws:SecureTransport": false}}
                      - !If
                        - IsProd
                        - {Effect: Allow, Principal: {AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}, Action: s3:Get*, Resource: !GetAtt Bucket%2$d.Arn}
                        - !Ref AWS::NoValue
            """;

    private static final String TAG = """
                    - Key: team-%1$d
                      Value: !Sub "${Team}/${Env}/%1$d"
            """;

    private Templates() {}

    static String yaml() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < RESOURCES / 2; i++) {
            text.append(BUCKET.formatted(i));
            for (int tag = 0; tag < 40; tag++) {
                text.append(TAG.formatted(tag));
            }
            text.append(POLICY.formatted(i, i));
        }
        return text.toString();
    }

    /** The same in JSON, the functions in their long form, as far as reading it goes. */
    static String json() {
        StringBuilder text = new StringBuilder("{\n  \"Resources\": {\n");
        for (int i = 0; i < RESOURCES; i++) {
            text.append(i == 0 ? "" : ",\n").append("    \"Bucket").append(i).append("""
                    ": {
                          "Type": "AWS::S3::Bucket",
                          "Properties": {
                            "BucketName": {"Fn::Sub": "${Team}-logs-${AWS::AccountId}"},
                            "VersioningConfiguration": {"Status": "Enabled"},
                            "Tags": [
                    """);
            for (int tag = 0; tag < 20; tag++) {
                text.append(tag == 0 ? "" : ",\n")
                        .append("          {\"Key\": \"team-")
                        .append(tag)
                        .append("\", \"Value\": {\"Fn::Join\": [\"/\", [{\"Ref\": \"Team\"}, \"x\"]]}}");
            }
            text.append("\n        ]\n      }\n    }");
        }
        return text.append("\n  }\n}\n").toString();
    }
}
